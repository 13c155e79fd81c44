package se.samspar.track.rule;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import se.samspar.directory.TrackCatalogue;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** An urgent case does not wait on an elective track, and a routine one does not fill an acute track. */
@RuleInfo(
        code = "priority-fits-track",
        severity = Severity.BLOCK,
        requirement = "TRK-1,TRK-3",
        remedy = "Send a priority that the track allows (property priority in CodeSystem/track), or choose a track for"
                + " that urgency.")
final class PriorityFitsTrack implements Rule<ServiceRequest> {

    private final TrackCatalogue tracks;

    PriorityFitsTrack(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        if (!Requests.isToBeJudged(
                request, context, ServiceRequest::getCategory, judged -> List.of(judged.getPriorityElement()))) {
            return Stream.empty();
        }
        String priority = priority(request).toCode();
        return Requests.track(request)
                .flatMap(tracks::find)
                .filter(track -> !track.priorities().contains(priority))
                .map(track -> Finding.at(
                        "ServiceRequest.priority",
                        "The track allows the priorities %s, not %s."
                                .formatted(
                                        String.join(
                                                ", ",
                                                track.priorities().stream()
                                                        .sorted()
                                                        .toList()),
                                        priority)))
                .stream();
    }

    /** FHIR takes a request without a priority for a routine one. */
    private static ServiceRequestPriority priority(ServiceRequest request) {
        return request.hasPriority() ? request.getPriority() : ServiceRequestPriority.ROUTINE;
    }
}
