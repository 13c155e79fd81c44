package se.samspar.track.state;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.WorkItems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;

/**
 * Why a request does not become one on another track: {@code $available-actions} asks beforehand, the rule {@code
 * conversion-allowed} when one does.
 */
@Component
public class Conversions {

    private final TrackCatalogue tracks;

    Conversions(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    /**
     * Why it becomes one on no track at all; empty when there is a track for it.
     *
     * @param receivers the receiver's work item
     */
    public Optional<String> obstacle(ServiceRequest request, Task receivers, boolean byRequester) {
        Set<Track> others = tracks.of(request).map(TrackDefinition::conversions).orElse(Set.of());
        if (others.isEmpty()) {
            return Optional.of("Requests on this track are not converted.");
        }
        List<Optional<String>> obstacles = others.stream()
                .flatMap(track -> tracks.find(track.code()).stream())
                .map(other -> obstacle(request, receivers, other, byRequester))
                .toList();
        return obstacles.stream().allMatch(Optional::isPresent) ? obstacles.get(0) : Optional.empty();
    }

    /** Why it does not become one on this track. */
    public Optional<String> obstacle(
            ServiceRequest request, Task receivers, TrackDefinition other, boolean byRequester) {
        if (WorkItems.goesOn(receivers)) {
            return Optional.of("The request goes on as another already: act on that one.");
        }
        Optional<TrackDefinition> track = tracks.of(request);
        if (track.filter(from -> from.conversions().contains(other.track())).isEmpty()) {
            return Optional.of("A request on the former track is not converted to this one.");
        }
        boolean adviceBecomesReferral = track.filter(TrackDefinition::advice).isPresent() && other.careCommitment();
        return Optional.of("The requester has not allowed that its request for advice becomes a referral.")
                .filter(text -> adviceBecomesReferral && !byRequester && !mayBecomeReferral(request));
    }

    private static boolean mayBecomeReferral(ServiceRequest request) {
        return request.hasExtension(Extensions.ADVICE_MAY_BECOME_REFERRAL)
                && request.getExtensionByUrl(Extensions.ADVICE_MAY_BECOME_REFERRAL)
                                .getValue()
                        instanceof BooleanType allowed
                && allowed.booleanValue();
    }
}
