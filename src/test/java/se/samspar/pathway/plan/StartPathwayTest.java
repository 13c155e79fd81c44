package se.samspar.pathway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.samspar.support.DemoRequests.parameters;
import static se.samspar.support.StartedPathways.CANCER;
import static se.samspar.support.StartedPathways.path;
import static se.samspar.support.StartedPathways.start;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.pathway.PhaseTime;
import se.samspar.support.DemoCases;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;

/** A unit starts a pathway that the region has introduced, wherever in the chain the patient is (PWY-1). */
@SamsparTest
class StartPathwayTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @CsvSource({"early-detection, 6", "investigation, 5", "treatment, 3", "follow-up, 2", "rehabilitation, 1"})
    void itStartsAtAnyPhaseWithWhatIsToBeDoneFromThere(String phase, int activities) {
        ServiceRequest request = StartedPathways.request(api);
        CarePlan plan = StartedPathways.started(api, request, phase);

        PlanDefinition pathway = api.as("vc-dalby").read(PlanDefinition.class, CANCER.replaceAll(".*/", ""));
        assertThat(plan.getStatus()).isEqualTo(CarePlanStatus.ACTIVE);
        assertThat(plan.getInstantiatesCanonical())
                .extracting(canonical -> canonical.getValue())
                .containsExactly(pathway.getUrl() + "|" + pathway.getVersion());
        assertThat(plan.getAuthor().getReference()).isEqualTo("Organization/vc-dalby");
        assertThat(plan.getSupportingInfo()).extracting(Reference::getReference).containsExactly(path(request));
        assertThat(plan.getExtensionByUrl(Extensions.ENTRY_PHASE).getValue().primitiveValue())
                .isEqualTo(phase);
        assertThat(PhaseTime.of(plan)).singleElement().satisfies(time -> {
            assertThat(time.phase().code()).isEqualTo(phase);
            assertThat(time.started()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
            assertThat(time.ended()).isEmpty();
        });
        assertThat(plan.getActivity()).hasSize(activities).allSatisfy(activity -> assertThat(
                        activity.getDetail().getPerformerFirstRep().getReference())
                .isEqualTo("Organization/vc-dalby"));
    }

    @Test
    void eachPhaseIsExpectedWhenTheOneBeforeItIsOver() {
        CarePlan plan = StartedPathways.started(api, "treatment");
        PhaseTime treatment = PhaseTime.of(plan).get(0);
        Instant over = days(treatment.started(), 30);
        assertThat(treatment.dueBy()).contains(over);
        assertThat(period(plan, PathwayPhase.TREATMENT)).containsExactly(treatment.started(), over);
        assertThat(period(plan, PathwayPhase.FOLLOW_UP)).containsExactly(over, days(over, 365));
        assertThat(period(plan, PathwayPhase.REHABILITATION))
                .containsExactly(days(over, 365), days(days(over, 365), 180));
    }

    /** Of the pathway's 37 days from early detection to treatment so many have passed; the investigation has 20 of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 30, 37})
    void theLeadTimesOfACancerCountFromTheSuspicion(int daysAgo) {
        ServiceRequest suspicion = StartedPathways.suspicion(api, daysAgo);
        CarePlan plan = start(
                        api,
                        "sus-ortopedi",
                        suspicion.getSubject(),
                        "investigation",
                        "basedOn",
                        new Reference(path(suspicion)))
                .expect(200)
                .resource(CarePlan.class);

        List<PhaseTime> times = PhaseTime.of(plan);
        assertThat(times)
                .extracting(PhaseTime::phase)
                .containsExactly(PathwayPhase.EARLY_DETECTION, PathwayPhase.INVESTIGATION);
        assertThat(times.get(0).started())
                .isEqualTo(LocalDate.now(SwedishTime.ZONE)
                        .minusDays(daysAgo)
                        .atStartOfDay(SwedishTime.ZONE)
                        .toInstant());
        assertThat(times.get(0).ended()).contains(times.get(1).started());
        Instant lastMoment = LocalDate.now(SwedishTime.ZONE)
                .plusDays(37 - daysAgo)
                .atTime(23, 59, 59)
                .atZone(SwedishTime.ZONE)
                .toInstant();
        assertThat(times.get(1).dueBy())
                .contains(daysAgo == 1 ? days(times.get(1).started(), 20) : lastMoment);
    }

    @Test
    void whereTheSuspicionIsThePhaseItBeganThen() {
        ServiceRequest suspicion = StartedPathways.suspicion(api, 2);
        CarePlan plan = StartedPathways.started(api, suspicion, "early-detection");
        assertThat(PhaseTime.of(plan)).singleElement().satisfies(time -> assertThat(time.started())
                .isEqualTo(LocalDate.now(SwedishTime.ZONE)
                        .minusDays(2)
                        .atStartOfDay(SwedishTime.ZONE)
                        .toInstant()));
    }

    @Test
    void aPartyStartsItFromACaseAndNobodyElse() {
        CarePlan aCase = DemoCases.open(api, "kommun-lund-hemtjanst", List.of("vc-dalby", "rehab-lund"))
                .entry(CarePlan.class);
        CarePlan plan = start(
                        api, "rehab-lund", aCase.getSubject(), "rehabilitation", "basedOn", new Reference(path(aCase)))
                .expect(200)
                .resource(CarePlan.class);
        assertThat(plan.getSupportingInfoFirstRep().getReference()).isEqualTo(path(aCase));
        start(api, "sus-ortopedi", aCase.getSubject(), "rehabilitation", "basedOn", new Reference(path(aCase)))
                .refused(422);
    }

    @Test
    void itComesFromARequestOfTheUnitAboutThePatient() {
        ServiceRequest request = StartedPathways.request(api);
        ServiceRequest other = StartedPathways.request(api);
        start(api, "vc-dalby", request.getSubject(), "treatment", "basedOn", new Reference(path(other)))
                .refused(422);
        Patient known = api.as("vc-dalby")
                .read(Patient.class, request.getSubject().getReferenceElement().getIdPart());
        Reference byNumber = new Reference().setIdentifier(known.getIdentifierFirstRep());
        start(api, "sus-neurologi", byNumber, "treatment", "basedOn", new Reference(path(request)))
                .refused(422);
        start(api, "vc-dalby", request.getSubject(), "treatment", "basedOn", request.getSubject())
                .refused(422);
    }

    @Test
    void theOtherSideOfTheRequestDoesNotSeeThePlan() {
        ServiceRequest request = StartedPathways.request(api);
        CarePlan plan = StartedPathways.started(api, request, "treatment");
        api.as("sus-ortopedi").get(path(plan)).refused(404);
    }

    @Test
    void aUnitAnswersForItItself() {
        ServiceRequest request = StartedPathways.request(api);
        start(api, "vc-dalby", request.getSubject(), "treatment", "unit", DemoCases.unit("sus-ortopedi"))
                .refused(403);
        start(api, "vc-dalby", request.getSubject(), "treatment", "unit", DemoCases.unit("no-such-unit"))
                .refused(422);
    }

    @Test
    void itStartsOnTheVersionOfThePathwayThatIfMatchNames() {
        String version = api.as("vc-dalby").get(CANCER).expect(200).header("ETag");
        ServiceRequest request = StartedPathways.request(api);
        var body = parameters("patient", request.getSubject(), "entryPhase", new CodeType("treatment"));
        api.as("vc-dalby")
                .post(CANCER + "/$start-pathway", body, "If-Match: W/\"777\"")
                .refused(412);
        assertThat(api.as("vc-dalby")
                        .post(CANCER + "/$start-pathway", body, "If-Match: " + version)
                        .expect(200)
                        .header("ETag"))
                .as("the pathway itself stays as it was")
                .isEqualTo(version);
    }

    @Test
    void itNeedsTheScopeToMakeCarePlans() {
        ServiceRequest request = StartedPathways.request(api);
        var body = parameters("patient", request.getSubject(), "entryPhase", new CodeType("treatment"));
        api.asSystemOf("vc-dalby", "system/PlanDefinition.cruds system/CarePlan.rus")
                .post(CANCER + "/$start-pathway", body)
                .refused(403);
        api.asSystemOf("vc-dalby", "system/CarePlan.c")
                .post(CANCER + "/$start-pathway", body)
                .expect(200);
    }

    @Test
    void onlyAPathwayThatTheRegionHasIntroducedStarts() {
        ServiceRequest request = StartedPathways.request(api);
        var body = parameters("patient", request.getSubject(), "entryPhase", new CodeType("treatment"));
        for (String pathway : Set.of("svf-tjock-och-andtarmscancer", "osteoporos-efter-fraktur")) {
            assertThat(api.as("vc-dalby")
                            .post("PlanDefinition/%s/$start-pathway".formatted(pathway), body)
                            .refused(422)
                            .ruleCodes())
                    .containsExactly("pathway-introduced");
        }
        api.as("vc-dalby")
                .post("PlanDefinition/no-such-pathway/$start-pathway", body)
                .refused(404);
        start(api, "vc-dalby", request.getSubject(), "no-such-phase").refused(422);
    }

    @Test
    void theSameCallTwiceStartsOnePlan() {
        ServiceRequest request = StartedPathways.request(api);
        var body = parameters("patient", request.getSubject(), "entryPhase", new CodeType("treatment"));
        String key = "Idempotency-Key: " + path(request);
        CarePlan first = api.as("vc-dalby")
                .post(CANCER + "/$start-pathway", body, key)
                .expect(200)
                .resource(CarePlan.class);
        CarePlan again = api.as("vc-dalby")
                .post(CANCER + "/$start-pathway", body, key)
                .expect(200)
                .resource(CarePlan.class);
        assertThat(path(again)).isEqualTo(path(first));
    }

    private static Instant days(Instant from, int days) {
        return from.atZone(SwedishTime.ZONE).plusDays(days).toInstant();
    }

    private static List<Instant> period(CarePlan plan, PathwayPhase phase) {
        return PathwayPlans.details(plan)
                .filter(detail ->
                        PathwayPlans.phase(detail).filter(phase::equals).isPresent())
                .map(detail -> detail.getScheduledPeriod())
                .findFirst()
                .map(period ->
                        List.of(period.getStart().toInstant(), period.getEnd().toInstant()))
                .orElseThrow();
    }
}
