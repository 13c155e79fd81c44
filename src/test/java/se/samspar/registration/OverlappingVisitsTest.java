package se.samspar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.registration.Consultations.REGISTER;
import static se.samspar.registration.Consultations.period;
import static se.samspar.registration.Consultations.registration;
import static se.samspar.registration.Consultations.stored;
import static se.samspar.registration.Consultations.transaction;
import static se.samspar.registration.Consultations.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samspar.directory.SwedishTime;
import se.samspar.registration.half.Halves;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A patient has one clinic visit at a time (DSK-7), whatever way visits are written and however many write at once. */
@SamsparTest
class OverlappingVisitsTest extends WithConsultations {

    private static final int CLIENTS = 12;
    private static final String RULE = "no-overlapping-visits";

    private Instant start;
    private Patient patient;
    private ServiceRequest request;

    @BeforeEach
    void dalbyHasAnAcceptedRequest() {
        start = Consultations.halfHour().getStart().toInstant();
        patient = TestPatients.next();
        request = consultations.submitted(patient);
        consultations.accept(request);
    }

    @Test
    void aSecondVisitAtTheSameTimeIsRefused() {
        consultations.registered(request, period(start, 30)).expect(200);

        refused(consultations.registered(request, period(start.plus(29, ChronoUnit.MINUTES), 2)));
        refused(dalby.post("Encounter", visit(request, period(start, 30))));
        refused(dalby.post(
                "",
                transaction(
                        Map.of("urn:uuid:0c1f3f4e-98a5-4ea5-b4a0-000000000001", visit(request, period(start, 30))))));
    }

    @Test
    void oneVisitMayFollowTheOther() {
        consultations.registered(request, period(start, 28)).expect(200);

        consultations
                .registered(request, period(start.plus(28, ChronoUnit.MINUTES), 2))
                .expect(200);
    }

    @Test
    void theFindingTellsNothingOfAnotherUnitsVisit() {
        Encounter ofDalby = Consultations.visit(
                consultations.registered(request, period(start, 30)).expect(200));
        UnitClient limhamn = api.as("vc-limhamn");
        Encounter ofLimhamn = visit(request, period(start, 30));
        ofLimhamn.setBasedOn(null);
        ofLimhamn.setServiceProvider(new Reference("Organization/vc-limhamn"));
        ofLimhamn.setSubject(seenBy(limhamn));

        HttpAnswer answer = limhamn.post("Encounter", ofLimhamn);

        refused(answer);
        assertThat(answer.body())
                .doesNotContain("dalby")
                .doesNotContain(ofDalby.getIdElement().getIdPart())
                .doesNotContain(start.toString().substring(0, 16));
    }

    @Test
    void aVisitWithoutEndTakesTheRestOfItsDay() {
        Instant ten = LocalDate.now(SwedishTime.ZONE)
                .plusDays(1)
                .atTime(10, 0)
                .atZone(SwedishTime.ZONE)
                .toInstant();
        stored(dalby, visit(request, new Period().setStart(Date.from(ten))), Encounter.class);

        refused(dalby.post("Encounter", visit(request, period(ten.plus(5, ChronoUnit.HOURS), 30))));
        stored(dalby, visit(request, period(ten.plus(1, ChronoUnit.DAYS), 30)), Encounter.class);
    }

    @Test
    void cancelledAndErroneousVisitsFreeTheirTime() {
        for (EncounterStatus status : List.of(EncounterStatus.CANCELLED, EncounterStatus.ENTEREDINERROR)) {
            Encounter visit = stored(dalby, visit(request, period(start, 30)), Encounter.class);
            visit.setStatus(status);
            dalby.put(Halves.literal(visit), visit).expect(200);
        }

        consultations.registered(request, period(start, 30)).expect(200);
    }

    @Test
    void aMovedVisitFreesItsTimeAndTakesTheNewOne() {
        Encounter visit = stored(dalby, visit(request, period(start, 30)), Encounter.class);
        visit.setPeriod(period(start.plus(2, ChronoUnit.HOURS), 30));
        dalby.put(Halves.literal(visit), visit).expect(200);
        Encounter another = stored(dalby, visit(request, period(start, 30)), Encounter.class);
        another.setPeriod(visit.getPeriod());

        refused(dalby.put(Halves.literal(another), another));
    }

    @Test
    void twoVisitsMaySwapTheirTimes() {
        Encounter first = stored(dalby, visit(request, period(start, 30)), Encounter.class);
        Encounter second = stored(dalby, visit(request, period(start.plus(1, ChronoUnit.HOURS), 30)), Encounter.class);
        Period time = first.getPeriod();
        first.setPeriod(second.getPeriod());
        second.setPeriod(time);
        Bundle swap = new Bundle().setType(BundleType.TRANSACTION);
        List.of(first, second).forEach(visit -> swap.addEntry()
                .setFullUrl(api.baseUrl() + "/fhir/" + Halves.literal(visit))
                .setResource(visit)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(Halves.literal(visit)));

        dalby.post("", swap).expect(200);
        refused(dalby.post("Encounter", visit(request, period(start, 30))));
    }

    @Test
    void twoVisitsOfOneTransactionDoNotOverlapEither() {
        refused(dalby.post(
                "",
                transaction(Map.of(
                        "urn:uuid:0c1f3f4e-98a5-4ea5-b4a0-000000000002", visit(request, period(start, 30)),
                        "urn:uuid:0c1f3f4e-98a5-4ea5-b4a0-000000000003", visit(request, period(start, 30))))));
    }

    /** Otherwise whoever sees a patient could ask for the times of visits elsewhere, and nobody would know. */
    @Test
    void whoeverOnlyRehearsesIsNotToldOfOtherVisits() {
        stored(dalby, visit(request, period(start, 30)), Encounter.class);
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("resource").setResource(visit(request, period(start, 30)));
        parameters.addParameter().setName("mode").setValue(new CodeType("create"));

        HttpAnswer answer = dalby.post("Encounter/$validate", parameters).expect(200);
        assertThat(answer.ruleCodes()).as(answer.body()).isEmpty();
        assertThat(dalby.get("Encounter?patient=" + request.getSubject().getReference())
                        .entries(Encounter.class))
                .hasSize(1);
    }

    @Test
    void ofManyClientsThatRegisterAtOnceOneWins() throws Exception {
        Parameters parameters = registration(request, period(start, 30));

        oneWins(200, () -> dalby.post(REGISTER, parameters));
    }

    @Test
    void ofManyClientsThatPostAtOnceOneWins() throws Exception {
        Encounter visit = visit(request, period(start, 30));

        oneWins(201, () -> dalby.post("Encounter", visit));
    }

    private Reference seenBy(UnitClient limhamn) {
        Patient same = new Patient();
        same.setIdentifier(patient.getIdentifier());
        ServiceRequest own = request.copy();
        own.setId((String) null);
        own.setMeta(null);
        own.setExtension(own.getExtension().stream()
                .filter(extension -> !extension.getUrl().endsWith("request-version"))
                .toList());
        own.setRequester(new Reference("Organization/vc-limhamn"));
        own.setPerformer(List.of(new Reference("Organization/sus-neurologi")));
        own.setIdentifier(null);
        own.setPerformerType(null);
        own.setSubject(new Reference().setDisplay("Patienten"));
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("request").setResource(own);
        parameters.addParameter().setName("patient").setResource(same);
        return limhamn.post("ServiceRequest/$submit", parameters)
                .expect(200)
                .entry(ServiceRequest.class)
                .getSubject();
    }

    private static void refused(HttpAnswer answer) {
        assertThat(answer.expect(422).ruleCodes()).containsOnlyOnce(RULE);
    }

    private static void oneWins(int status, Callable<HttpAnswer> write) throws Exception {
        List<HttpAnswer> answers = InParallel.run(CLIENTS, write);
        assertThat(answers).filteredOn(answer -> answer.status() == status).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != status).allSatisfy(OverlappingVisitsTest::refused);
    }
}
