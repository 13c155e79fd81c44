package se.samspar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.registration.Consultations.HAND;
import static se.samspar.registration.Consultations.KNEE;
import static se.samspar.registration.Consultations.REGISTER;
import static se.samspar.registration.Consultations.XS004;
import static se.samspar.registration.Consultations.contact;
import static se.samspar.registration.Consultations.halfHour;
import static se.samspar.registration.Consultations.registration;
import static se.samspar.registration.Consultations.visit;
import static se.samspar.registration.Consultations.without;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.registration.half.Halves;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparTest;

@SamsparTest
class RegisterConsultationTest extends WithConsultations {

    @Test
    void theHealthCentreRegistersBothHalvesAndFinishesItsOwn() {
        Parameters parameters = registration(consultations.accepted());
        parameters.addParameter().setName("primaryCareDiagnosis").setValue(KNEE);

        HttpAnswer answer = dalby.post(REGISTER, parameters).expect(200);

        Encounter visit = visit(answer);
        assertThat(visit.getStatus()).isEqualTo(EncounterStatus.FINISHED);
        assertThat(visit.getServiceProvider().getReference()).isEqualTo(Consultations.DALBY);
        Encounter contact = contact(answer);
        assertThat(contact.getStatus()).isEqualTo(EncounterStatus.INPROGRESS);
        assertThat(contact.getPartOf().getReference()).isEqualTo(Halves.literal(visit));
        assertThat(Halves.hasDistanceCode(visit, answer.entries(Procedure.class)))
                .isTrue();
        assertThat(answer.entries(Procedure.class)).hasSize(1);
        assertThat(Halves.hasDiagnosis(visit, answer.entries(Condition.class))).isTrue();
    }

    @Test
    void theContactCarriesTheCodesOfTheRegistrationInstructions() {
        Encounter contact = contact(
                dalby.post(REGISTER, registration(consultations.accepted())).expect(200));

        assertThat(contact.getTypeFirstRep().getCodingFirstRep().getCode()).isEqualTo("KD");
        assertThat(contact.getReasonCodeFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("SJ");
        assertThat(contact.getParticipantFirstRep()
                        .getTypeFirstRep()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("10");
    }

    @Test
    void theSpecialistRegistersTooAndLeavesTheVisitToTheHealthCentre() {
        Parameters parameters = registration(consultations.accepted());
        parameters.addParameter().setName("specialistDiagnosis").setValue(HAND);

        HttpAnswer answer = orthopaedics.post(REGISTER, parameters).expect(200);

        assertThat(contact(answer).getStatus()).isEqualTo(EncounterStatus.FINISHED);
        assertThat(visit(answer).getStatus()).isEqualTo(EncounterStatus.INPROGRESS);
        assertThat(answer.entries(Procedure.class)).isEmpty();
        String id = visit(answer).getIdElement().getIdPart();
        assertThat(dalby.read(Encounter.class, id).getStatus()).isEqualTo(EncounterStatus.INPROGRESS);
    }

    @Test
    void theBookedMeetingIsHeldOnceItIsRegistered() {
        ServiceRequest request = consultations.submitted();
        Parameters triage = new Parameters();
        triage.addParameter().setName("decision").setValue(new CodeType("accept"));
        triage.addParameter().setName("plannedTime").setValue(new DateTimeType(new Date()));
        String meeting = orthopaedics
                .post(Consultations.to(request).getReference() + "/$triage", triage)
                .expect(200)
                .entry(Appointment.class)
                .getIdElement()
                .getIdPart();

        dalby.post(REGISTER, registration(request)).expect(200);

        assertThat(orthopaedics.read(Appointment.class, meeting).getStatus())
                .isEqualTo(Appointment.AppointmentStatus.FULFILLED);
    }

    @Test
    void theDistanceCodeIsNotDoubledWhereTheClientSendsIt() {
        Parameters parameters = registration(consultations.accepted());
        parameters.addParameter().setName("primaryCareActivity").setValue(XS004);

        assertThat(dalby.post(REGISTER, parameters).expect(200).entries(Procedure.class))
                .hasSize(1);
    }

    @Test
    void unitsMayBeNamedByHsaIdAlone() {
        Parameters parameters = without(registration(consultations.accepted()), "specialistUnit");
        parameters
                .addParameter()
                .setName("specialistUnit")
                .setValue(new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(IdentifierSystems.HSA_ID)
                                .setValue("SE2321000255-DEMO-SUS-ORTOPEDI")));

        assertThat(contact(dalby.post(REGISTER, parameters).expect(200))
                        .getServiceProvider()
                        .getReference())
                .isEqualTo(Consultations.ORTHOPAEDICS);
    }

    @Test
    void anExistingVisitBecomesTheVisitOfTheConsultation() {
        ServiceRequest request = consultations.accepted();
        Period period = halfHour();
        Encounter known = visit(request, period);
        known.setBasedOn(null);
        known = dalby.post("Encounter", known, "Prefer: return=representation")
                .expect(201)
                .resource(Encounter.class);
        Parameters parameters = registration(request, period);
        parameters.addParameter().setName("visit").setValue(new Reference(Halves.literal(known)));

        HttpAnswer answer = dalby.post(REGISTER, parameters).expect(200);

        assertThat(Halves.literal(visit(answer))).isEqualTo(Halves.literal(known));
        assertThat(visit(answer).getStatus()).isEqualTo(EncounterStatus.FINISHED);
        assertThat(contact(answer).getPartOf().getReference()).isEqualTo(Halves.literal(known));
        assertThat(orthopaedics
                        .get(Halves.literal(known))
                        .expect(200)
                        .resource(Encounter.class)
                        .getBasedOn())
                .hasSize(1);
    }

    @Test
    void theSpecialistAddsNothingToTheVisitOfTheHealthCentre() {
        ServiceRequest request = consultations.accepted();
        Period period = halfHour();
        Encounter known = Consultations.stored(dalby, visit(request, period), Encounter.class);
        Parameters parameters = registration(request, period);
        parameters.addParameter().setName("visit").setValue(new Reference(Halves.literal(known)));
        for (String name : List.of("primaryCareDiagnosis", "primaryCareActivity")) {
            Parameters tooMuch = parameters.copy();
            tooMuch.addParameter().setName(name).setValue(name.endsWith("Diagnosis") ? KNEE : XS004);

            orthopaedics.post(REGISTER, tooMuch).expect(403);
        }

        assertThat(contact(orthopaedics.post(REGISTER, parameters).expect(200)).getStatus())
                .isEqualTo(EncounterStatus.FINISHED);
    }

    @Test
    void aUnitRegistersDiagnosesAndActivitiesOfItsOwnHalfOnly() {
        ServiceRequest request = consultations.accepted();
        for (String name : List.of("Diagnosis", "Activity")) {
            Parameters ofTheVisit = registration(request);
            ofTheVisit.addParameter().setName("primaryCare" + name).setValue(KNEE);
            Parameters ofTheContact = registration(request);
            ofTheContact.addParameter().setName("specialist" + name).setValue(KNEE);

            orthopaedics.post(REGISTER, ofTheVisit).expect(403);
            dalby.post(REGISTER, ofTheContact).expect(403);
        }
        assertThat(dalby.get("Encounter?patient=" + request.getSubject().getReference())
                        .expect(200)
                        .entries(Encounter.class))
                .isEmpty();
    }

    @Test
    void theSameVisitIsNotRegisteredTwice() {
        ServiceRequest request = consultations.accepted();
        Period period = halfHour();
        Encounter visit = visit(consultations.registered(request, period).expect(200));
        Parameters parameters = registration(request, period);
        parameters.addParameter().setName("visit").setValue(new Reference(Halves.literal(visit)));

        assertThat(dalby.post(REGISTER, parameters).expect(422).ruleCodes()).contains("registrations-agree");
        assertThat(orthopaedics.post(REGISTER, parameters).expect(422).ruleCodes())
                .contains("registrations-agree");
    }

    @Test
    void bothUnitsSeeBothHalvesAndNobodyElseDoes() {
        HttpAnswer answer =
                dalby.post(REGISTER, registration(consultations.accepted())).expect(200);
        String procedure = answer.entry(Procedure.class).getIdElement().getIdPart();

        for (Encounter half : answer.entries(Encounter.class)) {
            orthopaedics.get(Halves.literal(half)).expect(200);
            api.as("vc-limhamn").get(Halves.literal(half)).expect(404);
        }
        orthopaedics.get("Procedure/" + procedure).expect(200);
        api.as("vc-limhamn").get("Procedure/" + procedure).expect(404);
    }

    @Test
    void aMissingDiagnosisIsWarnedOf() {
        HttpAnswer answer =
                dalby.post(REGISTER, registration(consultations.accepted())).expect(200);

        assertThat(answer.entries(Condition.class)).isEmpty();
        assertThat(answer.header("Warning")).contains("diagnosis-registered");
    }

    @Test
    void aRequestThatIsNotAcceptedIsNotRegistered() {
        ServiceRequest request = consultations.submitted();

        assertThat(dalby.post(REGISTER, registration(request)).expect(422).ruleCodes())
                .contains("registration-in-order");
    }

    @Test
    void nothingIsWrittenWhenARuleRefuses() {
        ServiceRequest request = consultations.accepted();
        dalby.post(REGISTER, without(registration(request), "specialistPractitioner"))
                .expect(422);

        assertThat(dalby.get("Encounter?patient=" + request.getSubject().getReference())
                        .expect(200)
                        .entries(Encounter.class))
                .isEmpty();
    }

    @Test
    void theSameIdempotencyKeyRegistersOnce() {
        Parameters parameters = registration(consultations.accepted());
        String key = "Idempotency-Key: " + UUID.randomUUID();

        HttpAnswer first = dalby.post(REGISTER, parameters, key).expect(200);
        HttpAnswer second = dalby.post(REGISTER, parameters, key).expect(200);

        assertThat(Halves.literal(visit(second))).isEqualTo(Halves.literal(visit(first)));
        assertThat(first.header("Warning")).contains("diagnosis-registered");
        assertThat(second.response().headers().allValues("Warning"))
                .isEqualTo(first.response().headers().allValues("Warning"));
        assertThat(second.body()).isEqualTo(first.body());
    }
}
