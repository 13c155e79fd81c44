package se.samspar.track.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import se.samspar.directory.Directory;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.track.state.Conversions;
import se.samspar.track.state.TaskEvent;

/**
 * A request becomes one on another track only where the tracks fit, and a request for advice becomes a referral, whose
 * acceptance commits the receiver, only where its requester has said so.
 */
@RuleInfo(
        code = "conversion-allowed",
        severity = Severity.BLOCK,
        requirement = "TRK-9",
        remedy = "Choose a track that track-conversion in the ActivityDefinition of the track names; to make a referral"
                + " of advice, ask the requester to allow it (advice-may-become-referral) or to convert it itself.")
final class ConversionAllowed implements Rule<ServiceRequest> {

    private final TrackCatalogue tracks;
    private final Directory directory;
    private final Conversions conversions;

    ConversionAllowed(TrackCatalogue tracks, Directory directory, Conversions conversions) {
        this.tracks = tracks;
        this.directory = directory;
        this.conversions = conversions;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        boolean converts = context.operation()
                .filter(TaskEvent.CONVERT.operation()::equals)
                .isPresent();
        Optional<TrackDefinition> track = tracks.of(request);
        if (!converts || context.previous(request).isPresent() || track.isEmpty()) {
            return Stream.empty();
        }
        return former(request)
                .flatMap(former -> context.resolve(former, ServiceRequest.class))
                .flatMap(former -> WorkItems.receivers(former, context.search(Task.class, WorkItems.query(former)))
                        .map(task -> context.previous(task).orElse(task)) // as it was before this conversion
                        .flatMap(task -> conversions.obstacle(former, task, track.get(), isRequester(former, context))))
                .map(text -> Finding.at("ServiceRequest.category", text))
                .stream();
    }

    private static Optional<Reference> former(ServiceRequest request) {
        return Stream.concat(request.getReplaces().stream(), request.getBasedOn().stream())
                .findFirst();
    }

    private boolean isRequester(ServiceRequest former, RuleContext context) {
        return directory
                .unitOf(former.getRequester())
                .map(unit -> new Reference(unit.getIdElement().toUnqualifiedVersionless()))
                .filter(context.actor()::actsFor)
                .isPresent();
    }
}
