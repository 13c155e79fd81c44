package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Every outcome of every track leads where the catalogue says (DSK-9): to another request, or to none. */
@SamsparTest
class OutcomesTest {

    /** Who receives what follows. */
    private static final Map<String, String> RECEIVERS =
            Map.of("elektiv-remiss", "sus-handkirurgi", "akut-remiss", "sus-akut-internmedicin");

    @Autowired
    SamsparApi api;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> everyOutcomeLeadsWhereTheCatalogueSays() {
        return Stream.of(Track.values()).flatMap(track -> {
            ActivityDefinition definition = api.as("vc-dalby").read(ActivityDefinition.class, track.code());
            return definition.getExtensionsByUrl(Extensions.TRACK_OUTCOME).stream()
                    .map(outcome -> dynamicTest(
                            track.code() + ", " + part(outcome, "outcome").orElseThrow(),
                            () -> leadsWhereItSays(
                                    track, outcome, definition.hasExtension(Extensions.TRACK_CARE_COMMITMENT))));
        });
    }

    /** As the package has it: the coordinator admits the patient or sends it to the emergency department. */
    @Test
    void theCoordinatorsOutcomesAreThoseOfAnAcuteTrack() {
        List<Extension> outcomes = api.as("vc-dalby")
                .read(ActivityDefinition.class, "akut-bakjour")
                .getExtensionsByUrl(Extensions.TRACK_OUTCOME);
        assertThat(outcomes)
                .extracting(outcome -> part(outcome, "outcome").orElseThrow() + " "
                        + part(outcome, "followOn").orElse("-"))
                .contains("admission -", "visit-needed akut-remiss");
    }

    private void leadsWhereItSays(Track track, Extension outcome, boolean commits) {
        ServiceRequest request = TrackRequests.complete(track, api);
        UnitClient requester = api.as(TrackRequests.requester(request));
        UnitClient receiver = api.as(TrackRequests.receiver(request));
        String id = requester
                .post(
                        "ServiceRequest/$submit",
                        DemoRequests.parameters("request", request, "patient", TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        receiver.post(
                        "ServiceRequest/%s/$triage".formatted(id),
                        DemoRequests.parameters("decision", new CodeType("accept")))
                .expect(200);
        Optional<String> followOn = part(outcome, "followOn");

        HttpAnswer answer = receiver.post("ServiceRequest/%s/$answer".formatted(id), answer(outcome, followOn))
                .expect(200);

        List<ServiceRequest> referrals = answer.entries(ServiceRequest.class);
        assertThat(referrals).hasSize(followOn.isPresent() ? 1 : 0);
        followOn.ifPresent(other -> isReferral(referrals.get(0), other, request, requester, id));
        List<EpisodeOfCare> commitments = receiver.get("EpisodeOfCare?incoming-referral=ServiceRequest/" + id)
                .expect(200)
                .entries(EpisodeOfCare.class);
        boolean ends = part(outcome, "endsCommitment").filter("true"::equals).isPresent();
        assertThat(commitments)
                .extracting(EpisodeOfCare::getStatus)
                .containsExactlyElementsOf(
                        commits
                                ? List.of(ends ? EpisodeOfCareStatus.FINISHED : EpisodeOfCareStatus.ACTIVE)
                                : List.of());
    }

    private static Parameters answer(Extension outcome, Optional<String> followOn) {
        Parameters answer = DemoRequests.parameters(
                "kind",
                new CodeType("final"),
                "outcome",
                new CodeType(part(outcome, "outcome").orElseThrow()),
                "text",
                "Bedömd.",
                "nextStep",
                "Patienten får besked.",
                "patientInformed",
                true);
        followOn.map(RECEIVERS::get)
                .ifPresent(unit ->
                        answer.addParameter().setName("receiver").setValue(new Reference("Organization/" + unit)));
        return answer;
    }

    private static void isReferral(
            ServiceRequest referral, String track, ServiceRequest former, UnitClient requester, String formerId) {
        assertThat(referral.getCategoryFirstRep().getCodingFirstRep().getCode()).isEqualTo(track);
        assertThat(referral.getBasedOnFirstRep().getReference()).isEqualTo("ServiceRequest/" + formerId);
        assertThat(referral.getRequester().getReference())
                .isEqualTo(former.getRequester().getReference());
        assertThat(TrackRequests.receiver(referral)).isEqualTo(RECEIVERS.get(track));
        Task task = requester
                .get("Task?focus=ServiceRequest/" + referral.getIdElement().getIdPart())
                .expect(200)
                .entry(Task.class);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(task.getOwner().getReference()).isEqualTo("Organization/" + RECEIVERS.get(track));
        assertThat(task.getRestriction().getPeriod().hasEnd()).isTrue();
    }

    private static Optional<String> part(Extension outcome, String name) {
        return Optional.ofNullable(outcome.getExtensionByUrl(name))
                .map(part -> part.getValue().primitiveValue());
    }
}
