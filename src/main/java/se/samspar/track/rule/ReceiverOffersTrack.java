package se.samspar.track.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.Directory;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A request goes to a unit that takes it: an active service on the track, with the specialty that is asked for. */
@RuleInfo(
        code = "receiver-offers-track",
        severity = Severity.BLOCK,
        requirement = "TRK-9",
        remedy = "Choose a receiver and a specialty from HealthcareService/$find-tracks.")
final class ReceiverOffersTrack implements Rule<ServiceRequest> {

    private final TrackCatalogue tracks;
    private final Directory directory;

    ReceiverOffersTrack(TrackCatalogue tracks, Directory directory) {
        this.tracks = tracks;
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        Optional<TrackDefinition> track = tracks.of(request);
        if (track.isEmpty()
                || !Requests.isToBeJudged(
                        request,
                        context,
                        ServiceRequest::getCategory,
                        ServiceRequest::getPerformer,
                        judged -> List.of(judged.getPerformerType()))) {
            return Stream.empty();
        }
        return request.getPerformer().stream()
                .filter(receiver -> !offers(receiver, track.get(), request))
                .map(receiver -> Finding.at(
                        "ServiceRequest.performer",
                        "The receiver has no active service on this track with the specialty."));
    }

    private boolean offers(Reference receiver, TrackDefinition track, ServiceRequest request) {
        return directory
                .organization(receiver)
                .filter(unit -> !unit.hasActive() || unit.getActive())
                .filter(unit -> receives(unit, track))
                .filter(unit -> Requests.services(receiver, request, directory)
                        .findAny()
                        .isPresent())
                .isPresent();
    }

    private boolean receives(Organization unit, TrackDefinition track) {
        return directory.careLevel(unit).filter(track.receivedBy()::contains).isPresent();
    }
}
