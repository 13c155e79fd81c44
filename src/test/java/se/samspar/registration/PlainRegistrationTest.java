package se.samspar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.registration.Consultations.KNEE;
import static se.samspar.registration.Consultations.contact;
import static se.samspar.registration.Consultations.distanceCode;
import static se.samspar.registration.Consultations.halfHour;
import static se.samspar.registration.Consultations.stored;
import static se.samspar.registration.Consultations.transaction;
import static se.samspar.registration.Consultations.visit;

import java.util.Date;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samspar.registration.half.Halves;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** The same rules hold when units register by plain REST (ALL-4). */
@SamsparTest
class PlainRegistrationTest extends WithConsultations {

    private static final String VISIT = "urn:uuid:6d0cd4fe-6d3e-4a87-8bb7-9d7b3a0e0001";
    private static final String CODE = "urn:uuid:6d0cd4fe-6d3e-4a87-8bb7-9d7b3a0e0002";

    private ServiceRequest request;
    private Period period;

    @BeforeEach
    void start() {
        request = consultations.accepted();
        period = halfHour();
    }

    @Test
    void aTransactionFinishesAVisitWithItsCode() {
        Encounter visit = finished(visit(request, period));

        dalby.post("", transaction(Map.of(VISIT, visit, CODE, distanceCode(visit, VISIT))))
                .expect(200);
        dalby.post("", transaction(Map.of(CODE, distanceCode(other(), VISIT), VISIT, other())))
                .expect(200);
    }

    @Test
    void theSpecialistAddsItsHalfToTheVisit() {
        Encounter visit = storedVisit();

        Encounter contact = stored(orthopaedics, finished(contact(request, visit, period)), Encounter.class);

        dalby.get(Halves.literal(contact)).expect(200);
        api.as("vc-limhamn").get(Halves.literal(contact)).expect(404);
    }

    @Test
    void aFinishedVisitHasTheDistanceCode() {
        refused(dalby.post("Encounter", finished(visit(request, period))), "visit-has-distance-code");
        Encounter visit = storedVisit();
        refused(dalby.put(Halves.literal(visit), finished(visit.copy())), "visit-has-distance-code");
        refused(
                dalby.patch(
                        Halves.literal(visit), "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"finished\"}]"),
                "visit-has-distance-code");
        refused(
                dalby.post("", transaction(Map.of(VISIT, finished(visit(request, halfHour()))))),
                "visit-has-distance-code");
    }

    @Test
    void theDistanceCodeIsNotTakenFromAFinishedVisit() {
        Encounter visit = storedVisit();
        Procedure code = stored(dalby, distanceCode(visit, Halves.literal(visit)), Procedure.class);
        dalby.put(Halves.literal(visit), finished(visit)).expect(200);
        code.setStatus(ProcedureStatus.ENTEREDINERROR);

        refused(dalby.put("Procedure/" + code.getIdElement().getIdPart(), code), "visit-has-distance-code");
    }

    @Test
    void theCodeCountsOnlyForThePatientOfTheVisit() {
        Encounter visit = storedVisit();
        Procedure ofAnother = distanceCode(visit, Halves.literal(visit));
        ofAnother.setSubject(consultations.accepted().getSubject());

        refused(dalby.post("Procedure", ofAnother), "registrations-agree");
    }

    @Test
    void aDiagnosisIsOfThePatientOfTheEncounter() {
        Encounter visit = storedVisit();
        Condition condition = new Condition();
        condition.setCode(new CodeableConcept(KNEE));
        condition.setEncounter(new Reference(Halves.literal(visit)));
        condition.setSubject(consultations.accepted().getSubject());

        refused(dalby.post("Condition", condition), "registrations-agree");
    }

    @Test
    void aContactAgreesWithItsVisit() {
        Encounter visit = storedVisit();
        Encounter unlinked = contact(request, visit, period);
        unlinked.setPartOf(null);
        Encounter tooLong = contact(request, visit, period.copy());
        tooLong.getPeriod().setEnd(later(period.getEnd()));
        ServiceRequest another = consultations.accepted();
        Encounter ofAnotherPatient = contact(another, visit, period);

        refused(orthopaedics.post("Encounter", unlinked), "registrations-agree");
        refused(orthopaedics.post("Encounter", tooLong), "registrations-agree");
        refused(orthopaedics.post("Encounter", ofAnotherPatient), "registrations-agree");
    }

    @Test
    void aRegistrationIsOfThePatientOfItsRequest() {
        Encounter ofAnother = visit(request, period);
        ofAnother.setSubject(consultations.accepted().getSubject());

        refused(dalby.post("Encounter", ofAnother), "registrations-agree");
    }

    @Test
    void theVisitIsAtTheRequestingUnitAndTheContactOfTheReceivingUnit() {
        Encounter atTheClinic = visit(request, period);
        atTheClinic.setServiceProvider(new Reference(Consultations.ORTHOPAEDICS));
        atTheClinic.getParticipantFirstRep().setIndividual(new Reference(Consultations.ORTHOPAEDIST));
        Encounter ofTheHealthCentre = contact(request, storedVisit(), period);
        ofTheHealthCentre.setServiceProvider(new Reference(Consultations.DALBY));
        ofTheHealthCentre.getParticipantFirstRep().setIndividual(new Reference("PractitionerRole/vc-dalby-lakare-2"));

        refused(orthopaedics.post("Encounter", atTheClinic), "registrations-agree");
        refused(dalby.post("Encounter", ofTheHealthCentre), "registrations-agree");
    }

    @Test
    void aPatientKnownByAnIdentifierAloneIsNotEnough() {
        Encounter visit = visit(request, period);
        visit.setBasedOn(null);
        visit.setSubject(new Reference().setIdentifier(TestPatients.next().getIdentifierFirstRep()));

        refused(dalby.post("Encounter", visit), "registrations-agree");
    }

    @Test
    void aVisitHasOneContactForItsRequest() {
        Encounter visit = storedVisit();
        Encounter contact = stored(orthopaedics, contact(request, visit, period), Encounter.class);

        refused(orthopaedics.post("Encounter", contact(request, visit, period)), "registrations-agree");
        contact.setStatus(EncounterStatus.ENTEREDINERROR);
        orthopaedics.put(Halves.literal(contact), contact).expect(200);
        stored(orthopaedics, contact(request, visit, period), Encounter.class);
    }

    @Test
    void aContactThatNamesNoRequestIsASecondOneAllTheSame() {
        Encounter visit = storedVisit();
        Encounter unnamed = contact(request, visit, period);
        unnamed.setBasedOn(null);
        Encounter first = stored(orthopaedics, contact(request, visit, period), Encounter.class);

        refused(orthopaedics.post("Encounter", unnamed), "registrations-agree");
        first.setStatus(EncounterStatus.ENTEREDINERROR);
        orthopaedics.put(Halves.literal(first), first).expect(200);
        stored(orthopaedics, unnamed, Encounter.class);
        refused(orthopaedics.post("Encounter", contact(request, visit, period)), "registrations-agree");
    }

    @Test
    void aVisitKeepsItsContactsWithinItsPeriod() {
        Encounter visit = storedVisit();
        stored(orthopaedics, contact(request, visit, period), Encounter.class);
        visit.getPeriod().setStart(later(period.getStart()));

        refused(dalby.put(Halves.literal(visit), visit), "registrations-agree");
    }

    @Test
    void aFinishedContactIsCoded() {
        Encounter contact = finished(contact(request, storedVisit(), period));
        contact.setReasonCode(null);

        refused(orthopaedics.post("Encounter", contact), "consultation-coded");
    }

    @Test
    void bothHalvesNameTheirPerson() {
        Encounter visit = storedVisit();
        Encounter nobody = contact(request, visit, period);
        nobody.setParticipant(null);
        Encounter ofElsewhere = contact(request, visit, period);
        ofElsewhere.getParticipantFirstRep().setIndividual(new Reference(Consultations.DALBY_PHYSICIAN));

        refused(orthopaedics.post("Encounter", nobody), "three-parties");
        refused(orthopaedics.post("Encounter", ofElsewhere), "three-parties");
    }

    @Test
    void aFinishedVisitNamesItsPhysician() {
        Encounter visit = finished(visit(request, period));
        visit.setParticipant(null);

        refused(dalby.post("", transaction(Map.of(VISIT, visit, CODE, distanceCode(visit, VISIT)))), "three-parties");
    }

    @Test
    void nothingIsRegisteredBeforeTheRequestIsAccepted() {
        ServiceRequest waiting = consultations.submitted();

        refused(dalby.post("Encounter", visit(waiting, period)), "registration-in-order");
    }

    @Test
    void whatWasEnteredInErrorIsNotRevived() {
        Encounter visit = storedVisit();
        visit.setStatus(EncounterStatus.ENTEREDINERROR);
        dalby.put(Halves.literal(visit), visit).expect(200);
        visit.setStatus(EncounterStatus.INPROGRESS);

        refused(dalby.put(Halves.literal(visit), visit), "registration-in-order");
    }

    private Encounter storedVisit() {
        return stored(dalby, visit(request, period), Encounter.class);
    }

    private Encounter other() {
        return finished(visit(request, new Period().setStart(later(period.getEnd()))));
    }

    private static Encounter finished(Encounter half) {
        half.setStatus(EncounterStatus.FINISHED);
        return half;
    }

    private static Date later(Date time) {
        return new Date(time.getTime() + 60_000);
    }

    private static void refused(HttpAnswer answer, String rule) {
        assertThat(answer.expect(422).ruleCodes()).contains(rule);
    }
}
