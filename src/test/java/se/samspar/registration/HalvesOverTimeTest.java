package se.samspar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.registration.Consultations.HAND;
import static se.samspar.registration.Consultations.KNEE;
import static se.samspar.registration.Consultations.contact;
import static se.samspar.registration.Consultations.halfHour;
import static se.samspar.registration.Consultations.visit;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Encounters;
import se.samspar.registration.half.Halves;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** What happens to the halves after the registration: completing, the secretary's list, verifying (DSK-8). */
@SamsparTest
class HalvesOverTimeTest extends WithConsultations {

    @Test
    void theOtherUnitCompletesItsHalf() {
        Encounter contact = contact(registered());

        HttpAnswer answer = complete(orthopaedics, contact, HAND).expect(200);

        assertThat(answer.entry(Encounter.class).getStatus()).isEqualTo(EncounterStatus.FINISHED);
        assertThat(Halves.hasDiagnosis(contact, answer.entries(Condition.class)))
                .isTrue();
        assertThat(missing(orthopaedics, contact)).isEmpty();
    }

    @Test
    void completingTheVisitRegistersTheDistanceCode() {
        HttpAnswer registered = orthopaedics
                .post(Consultations.REGISTER, Consultations.registration(consultations.accepted()))
                .expect(200);
        Encounter visit = visit(registered);
        assertThat(missing(dalby, visit)).containsExactly("visit-has-distance-code", "diagnosis-registered");

        HttpAnswer answer = complete(dalby, visit, KNEE).expect(200);

        assertThat(Halves.hasDistanceCode(visit, answer.entries(Procedure.class)))
                .isTrue();
        assertThat(missing(dalby, visit)).isEmpty();
    }

    @Test
    void theSecretaryFindsAMissingDiagnosisAndAddsIt() {
        Encounter visit = visit(registered());
        assertThat(missing(dalby, visit)).containsExactly("diagnosis-registered");

        HttpAnswer answer = complete(dalby, visit, KNEE).expect(200);

        assertThat(answer.entries(Condition.class)).hasSize(1);
        assertThat(missing(dalby, visit)).isEmpty();
    }

    @Test
    void completingTwiceDoublesNothing() {
        Encounter visit = visit(registered());
        complete(dalby, visit, KNEE).expect(200);

        HttpAnswer again = complete(dalby, visit, KNEE).expect(200);

        assertThat(again.entries(Condition.class)).hasSize(1);
        assertThat(again.entries(Procedure.class)).hasSize(1);
    }

    @Test
    void whatIsFinishedIsCompletedBySomethingOnly() {
        Encounter visit = visit(registered());

        dalby.post(Halves.literal(visit) + "/$complete-registration", new Parameters())
                .expect(422);

        assertThat(dalby.get(Halves.literal(visit))
                        .expect(200)
                        .resource(Encounter.class)
                        .getMeta()
                        .getVersionId())
                .isEqualTo(visit.getMeta().getVersionId());
    }

    @Test
    void everyCompletionIsANewVersion() {
        Encounter visit = visit(registered());

        HttpAnswer first = complete(dalby, visit, KNEE).expect(200);
        HttpAnswer stale = dalby.post(
                Halves.literal(visit) + "/$complete-registration",
                new Parameters(),
                "If-Match: W/\"" + visit.getMeta().getVersionId() + "\"");

        assertThat(first.header("ETag")).isNotEqualTo("W/\"" + visit.getMeta().getVersionId() + "\"");
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void aUnitCompletesAndVerifiesOnlyItsOwnHalf() {
        Encounter visit = visit(registered());

        complete(orthopaedics, visit, KNEE).expect(403);
        verify(orthopaedics, visit).expect(403);
        complete(api.as("vc-limhamn"), visit, KNEE).expect(404);
    }

    @Test
    void whatWasEnteredInErrorIsNotCompleted() {
        Encounter visit = visit(registered());
        visit.setStatus(EncounterStatus.ENTEREDINERROR);
        dalby.put(Halves.literal(visit), visit).expect(200);

        assertThat(complete(dalby, visit, KNEE).expect(422).ruleCodes()).contains("registration-in-order");
    }

    @Test
    void theContactOfAVisitThatWasTakenBackShowsAsAGap() {
        HttpAnswer registered = registered();
        Encounter visit = visit(registered);
        visit.setStatus(EncounterStatus.ENTEREDINERROR);
        dalby.put(Halves.literal(visit), visit).expect(200);

        assertThat(missing(orthopaedics, contact(registered)))
                .containsExactly("consultation-coded", "registrations-agree", "diagnosis-registered");
        assertThat(missing(dalby, visit)).isEmpty();
    }

    @Test
    void gapsAreOfTheAskedTimeAndTheOwnUnitOnly() {
        HttpAnswer registered = registered();
        Encounter visit = visit(registered);
        LocalDate day = LocalDate.ofInstant(visit.getPeriod().getStart().toInstant(), SwedishTime.ZONE);
        String from = "&start=" + day.minusDays(1);

        assertThat(missing(dalby, visit, "?unit=" + Consultations.DALBY + from + "&end=" + day.plusDays(1)))
                .isNotEmpty();
        assertThat(missing(dalby, visit, "?unit=SE2321000255-DEMO-VC-DALBY" + from))
                .isNotEmpty();
        assertThat(missing(dalby, visit, "?unit=" + Consultations.DALBY + "&end=2020-01-01"))
                .isEmpty();
        assertThat(missing(dalby, contact(registered), "?unit=" + Consultations.DALBY))
                .isEmpty();
        dalby.get("Encounter/$registration-gaps?unit=" + Consultations.ORTHOPAEDICS)
                .expect(403);
    }

    @Test
    void withoutAUnitTheGapsAreThoseOfTheCaller() {
        assertThat(missing(dalby, visit(registered()), "")).containsExactly("diagnosis-registered");
    }

    @Test
    void aVisitIsAHalfByItsRequestOrByItsContactAlone() {
        ServiceRequest request = consultations.accepted();
        Encounter visit = Consultations.stored(dalby, Consultations.visit(request, halfHour()), Encounter.class);
        assertThat(missing(dalby, visit)).isNotEmpty();

        visit.setBasedOn(null);
        dalby.put(Halves.literal(visit), visit).expect(200);
        assertThat(missing(dalby, visit)).isEmpty();

        ServiceRequest second = consultations.accepted();
        Encounter another = Consultations.stored(dalby, Consultations.visit(second, halfHour()), Encounter.class);
        Encounter contact = Consultations.contact(second, another, another.getPeriod());
        Consultations.stored(orthopaedics, contact, Encounter.class);
        another.setBasedOn(null);
        dalby.put(Halves.literal(another), another).expect(200);
        assertThat(missing(dalby, another)).isNotEmpty();
    }

    @Test
    void aVerificationNamesThePerson() {
        Encounter visit = visit(registered());
        complete(dalby, visit, KNEE).expect(200);

        Provenance verification = verify(dalby, visit).expect(200).resource(Provenance.class);

        assertThat(verification.getTargetFirstRep().getReference()).isEqualTo(Halves.literal(visit));
        assertThat(verification.getAgentFirstRep().getType().getCodingFirstRep().getCode())
                .isEqualTo("verifier");
        assertThat(verification.getAgentFirstRep().getWho().getIdentifier().getValue())
                .isNotBlank();
        assertThat(verification.getReasonFirstRep().getText()).isEqualTo("Genomgången");
        assertThat(dalby.get("Provenance?target=" + Halves.literal(visit))
                        .expect(200)
                        .entries(Provenance.class))
                .isNotEmpty();
    }

    @Test
    void aSystemVerifiesNothing() {
        Encounter visit = visit(registered());

        verify(api.asSystemOf("vc-dalby", "system/*.cruds"), visit).expect(403);
        verify(dalby, visit).expect(200);
    }

    @Test
    void whatIsInProgressIsNotVerified() {
        Encounter contact = contact(registered());

        assertThat(verify(orthopaedics, contact).expect(422).ruleCodes()).contains("registration-in-order");
    }

    private HttpAnswer registered() {
        return consultations.registered(consultations.accepted(), halfHour()).expect(200);
    }

    private static HttpAnswer complete(UnitClient unit, Encounter half, Coding diagnosis) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("diagnosis").setValue(diagnosis);
        return unit.post(Halves.literal(half) + "/$complete-registration", parameters);
    }

    private static HttpAnswer verify(UnitClient unit, Encounter half) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("note").setValue(new StringType("Genomgången"));
        return unit.post(Halves.literal(half) + "/$verify-registration", parameters);
    }

    private static List<String> missing(UnitClient unit, Encounter half) {
        String own = Encounters.isContact(half) ? Consultations.ORTHOPAEDICS : Consultations.DALBY;
        return missing(unit, half, "?unit=" + own);
    }

    private static List<String> missing(UnitClient unit, Encounter half, String query) {
        return unit
                .get("Encounter/$registration-gaps" + query)
                .expect(200)
                .resource(Parameters.class)
                .getParameter()
                .stream()
                .filter(gap -> gap.getPart().stream()
                        .map(ParametersParameterComponent::getValue)
                        .filter(Reference.class::isInstance)
                        .map(Reference.class::cast)
                        .anyMatch(reference -> reference.getReference().equals(Halves.literal(half))))
                .flatMap(gap -> gap.getPart().stream())
                .filter(part -> part.getName().equals("missing"))
                .map(part -> part.getValue().primitiveValue())
                .toList();
    }
}
