package se.samspar.track.rule;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * An urgent case does not wait on an elective track, and a routine one does not fill an acute track. Holds for the
 * priority that the requester asks for and for the one that the receiver sets on its work item.
 */
@RuleInfo(
        code = "priority-fits-track",
        severity = Severity.BLOCK,
        requirement = "TRK-1,TRK-3",
        remedy = "Send a priority that the track allows (property priority in CodeSystem/track), or choose a track for"
                + " that urgency.")
final class PriorityFitsTrack implements Rule<Resource> {

    /** FHIR takes a request without a priority for a routine one. */
    private static final String ROUTINE = "routine";

    private final TrackCatalogue tracks;

    PriorityFitsTrack(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        if (resource instanceof ServiceRequest request
                && Requests.isToBeJudged(
                        request,
                        context,
                        ServiceRequest::getCategory,
                        judged -> List.of(judged.getPriorityElement()))) {
            return check(priority(request), Requests.track(request), "ServiceRequest.priority");
        }
        if (resource instanceof Task task && isPrioritised(task, context)) {
            return check(task.getPriority().toCode(), track(task), "Task.priority");
        }
        return Stream.empty();
    }

    private Stream<Finding> check(String priority, Optional<String> track, String expression) {
        return track.flatMap(tracks::find).map(TrackDefinition::priorities).stream()
                .filter(allowed -> !allowed.contains(priority))
                .map(allowed -> Finding.at(
                        expression,
                        "The track allows the priorities %s, not %s."
                                .formatted(String.join(", ", new TreeSet<>(allowed)), priority)));
    }

    /** A new work item has the priority of its request, which is judged there, unless its receiver is given another. */
    private static boolean isPrioritised(Task task, RuleContext context) {
        return task.hasPriority()
                && context.previous(task)
                        .map(previous -> previous.getPriority() != task.getPriority())
                        .orElseGet(() -> context.resolve(task.getFocus(), ServiceRequest.class)
                                .map(PriorityFitsTrack::priority)
                                .filter(asked ->
                                        !asked.equals(task.getPriority().toCode()))
                                .isPresent());
    }

    private static String priority(ServiceRequest request) {
        return request.hasPriority() ? request.getPriority().toCode() : ROUTINE;
    }

    private static Optional<String> track(Task task) {
        return task.getCode().getCoding().stream()
                .filter(coding -> CodeSystems.TRACK.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }
}
