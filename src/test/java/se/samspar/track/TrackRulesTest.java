package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/**
 * Every rule that the catalogue puts on a track is refused where its content lacks, and on every track a rule is set
 * aside with a reason that is kept and found (TRK-1 to TRK-10). What the catalogue has and this test does not, fails.
 */
@SamsparTest
class TrackRulesTest {

    private static final String ONE_ACTIVE_REQUEST = "one-active-request";

    /** Makes a complete request lack what the rule asks for. */
    private static final Map<String, Consumer<ServiceRequest>> FAULTS = Map.of(
            "direct-track-condition",
            request -> request.getReasonCodeFirstRep()
                    .setCoding(List.of(new Coding(CodeSystems.ICD_10_SE, "J18.9", null))),
            "on-call-contact-recorded",
            without(Extensions.ON_CALL_CONTACT),
            "work-up-documented",
            without(Extensions.WORK_UP, Extensions.RETURN_SUMMARY),
            "svf-suspicion-documented",
            without(Extensions.SVF_SUSPICION),
            "conference-complete",
            without(Extensions.NAMED_CONFERENCE),
            "return-complete",
            without(Extensions.RETURN_PLAN),
            "care-responsibility-stated",
            without(Extensions.CARE_RESPONSIBILITY_REMAINS));

    /** The rules that hold on an accepted request: what is wrong with its registration. */
    private static final Map<String, Consumer<Parameters>> FAULTY_REGISTRATIONS = Map.of(
            "three-parties",
            registration ->
                    registration.getParameter().removeIf(part -> part.getName().equals("specialistPractitioner")),
            "registrations-agree",
            registration -> registration
                    .addParameter()
                    .setName("specialistPeriod")
                    .setValue(Calendars.period(Instant.now().minus(20, ChronoUnit.MINUTES), 40)));

    /** The rule that is set aside where the track has none of its own for that. */
    private static final Map<Track, String> SET_ASIDE = Map.of(
            Track.AKUT_REMISS, ONE_ACTIVE_REQUEST,
            Track.AKUT_DIREKT_STEMI, ONE_ACTIVE_REQUEST,
            Track.AKUT_DIREKT_HOFTFRAKTUR, ONE_ACTIVE_REQUEST,
            Track.AKUT_DIREKT_STROKE_TIA, ONE_ACTIVE_REQUEST,
            Track.UTREMITTERING, ONE_ACTIVE_REQUEST);

    @Autowired
    SamsparApi api;

    @Test
    void everyTrackIsInTheCatalogue() {
        assertThat(catalogue().map(TrackRulesTest::track)).containsExactlyInAnyOrder(Track.values());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> aRequestWithoutWhatARuleOfItsTrackAsksForIsRefusedOrTold() {
        return catalogue().flatMap(definition -> rules(definition)
                .map(rule -> dynamicTest(
                        track(definition).code() + ", " + rule, () -> isRefusedOrTold(track(definition), rule))));
    }

    private void isRefusedOrTold(Track track, String rule) {
        HttpAnswer answer = faulty(track, rule);
        if (severity(rule).equals("warn")) {
            assertThat(answer.expect(200).header("Warning")).contains(rule);
        } else {
            assertThat(answer.expect(422).ruleCodes()).contains(rule);
        }
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> aTrackIsForSomeRequestersAndPrioritiesOnly() {
        return catalogue()
                .map(TrackRulesTest::track)
                .map(track -> dynamicTest(track.code(), () -> {
                    ServiceRequest request = complete(track);
                    boolean forAmbulances =
                            Set.of("ambulans-skane", "sus-ortopedi").contains(requester(request));
                    String stranger = forAmbulances ? "vc-limhamn" : "ambulans-skane";
                    request.setRequester(new Reference("Organization/" + stranger));
                    boolean acute = request.getPriority() == ServiceRequestPriority.STAT
                            || request.getPriority() == ServiceRequestPriority.ASAP;
                    request.setPriority(acute ? ServiceRequestPriority.ROUTINE : ServiceRequestPriority.STAT);
                    assertThat(submit(request, TestPatients.next()).expect(422).ruleCodes())
                            .contains("requester-may-start-track", "priority-fits-track");
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> aRuleIsSetAsideWithAReasonThatIsKeptAndFound() {
        return catalogue()
                .map(definition -> dynamicTest(
                        track(definition).code(), () -> setAside(track(definition), justifiable(definition))));
    }

    private void setAside(Track track, String rule) {
        Patient patient = TestPatients.next();
        ServiceRequest request = breaking(rule, track, patient);
        UnitClient requester = api.as(requester(request));
        assertThat(submit(request, patient).expect(422).ruleCodes()).containsExactly(rule);

        String id = submit(request, patient, rule)
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();

        String search = "Provenance?set-aside-rule=%s&target=ServiceRequest/" + id;
        List<Provenance> kept =
                requester.get(search.formatted(rule)).expect(200).entries(Provenance.class);
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).getReasonFirstRep().getCodingFirstRep().getCode())
                .isEqualTo(rule);
        assertThat(kept.get(0)
                        .getExtensionByUrl(Extensions.RULE_JUSTIFICATION)
                        .getExtensionByUrl("reason")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("Överenskommet per telefon");
        assertThat(requester.get(search.formatted("time-ahead")).expect(200).entries(Provenance.class))
                .isEmpty();
    }

    private HttpAnswer faulty(Track track, String rule) {
        ServiceRequest request = complete(track);
        if (FAULTY_REGISTRATIONS.containsKey(rule)) {
            return register(request, FAULTY_REGISTRATIONS.get(rule));
        }
        faultOf(rule).accept(request);
        return submit(request, TestPatients.next());
    }

    private HttpAnswer register(ServiceRequest request, Consumer<Parameters> fault) {
        RequestFlow flow = RequestFlow.submitted(api, request);
        flow.triage("accept").expect(200);
        Parameters registration = DemoRequests.parameters(
                "request", new Reference("ServiceRequest/" + flow.id()),
                "period", Calendars.period(Instant.now().minus(30, ChronoUnit.MINUTES), 30),
                "primaryCareUnit", new Reference("Organization/vc-dalby"),
                "primaryCarePractitioner", new Reference(RequestFlow.PHYSICIAN),
                "specialistUnit", new Reference("Organization/" + RequestFlow.CLINIC),
                "specialistPractitioner", new Reference("PractitionerRole/sus-ortopedi-lakare-1"));
        fault.accept(registration);
        return flow.healthCentre().post("Encounter/$register-consultation", registration);
    }

    private String justifiable(ActivityDefinition definition) {
        String rule = Optional.ofNullable(SET_ASIDE.get(track(definition)))
                .or(() -> rules(definition)
                        .filter(candidate -> severity(candidate).equals("justify"))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("No case of a rule to set aside"));
        assertThat(severity(rule)).isEqualTo("justify");
        return rule;
    }

    /** A request that breaks the rule and no other. */
    private ServiceRequest breaking(String rule, Track track, Patient patient) {
        ServiceRequest request = complete(track);
        if (rule.equals(ONE_ACTIVE_REQUEST)) {
            submit(request, patient).expect(200);
        } else {
            faultOf(rule).accept(request);
        }
        return request;
    }

    private static Consumer<ServiceRequest> faultOf(String rule) {
        return Optional.ofNullable(FAULTS.get(rule)).orElseThrow(() -> new AssertionError("No case of " + rule));
    }

    private HttpAnswer submit(ServiceRequest request, Patient patient, String... justified) {
        Parameters parameters = DemoRequests.parameters("request", request, "patient", patient);
        Stream.of(justified).forEach(rule -> DemoRequests.justified(parameters, rule));
        return api.as(requester(request)).post("ServiceRequest/$submit", parameters);
    }

    private ServiceRequest complete(Track track) {
        return TrackRequests.complete(track, api);
    }

    private Stream<ActivityDefinition> catalogue() {
        return api
                .as("vc-limhamn")
                .get("ActivityDefinition?_count=100")
                .expect(200)
                .entries(ActivityDefinition.class)
                .stream();
    }

    private String severity(String rule) {
        return api.asNobody().get("CodeSystem/rule").expect(200).resource(CodeSystem.class).getConcept().stream()
                .filter(concept -> concept.getCode().equals(rule))
                .flatMap(concept -> concept.getProperty().stream())
                .filter(property -> property.getCode().equals("severity"))
                .map(property -> ((CodeType) property.getValue()).getValue())
                .findFirst()
                .orElseThrow();
    }

    private static Track track(ActivityDefinition definition) {
        return Track.of(definition.getCode().getCodingFirstRep().getCode()).orElseThrow();
    }

    private static Stream<String> rules(ActivityDefinition definition) {
        return definition.getExtensionsByUrl(Extensions.TRACK_RULE).stream()
                .map(rule -> rule.getValue().primitiveValue());
    }

    private static String requester(ServiceRequest request) {
        return TrackRequests.requester(request);
    }

    private static Consumer<ServiceRequest> without(String... extensions) {
        return request ->
                request.getExtension().removeIf(extension -> List.of(extensions).contains(extension.getUrl()));
    }
}
