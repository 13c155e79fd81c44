package se.samspar.track.state;

import java.util.Optional;
import org.hl7.fhir.r4.model.Task;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.WorkItems;

/** Whether a request may go on as one on another track at all; which one is for the rule {@code conversion-allowed}. */
public final class Conversions {

    private Conversions() {}

    /**
     * What stands in the way of every conversion of a request; empty when there is a track to which it may be converted.
     *
     * @param receivers the receiver's work item
     * @param track the track of the request; empty when it is on none of ours
     */
    public static Optional<String> obstacle(Task receivers, Optional<TrackDefinition> track) {
        if (WorkItems.goesOn(receivers)) {
            return Optional.of("The request goes on as another already: act on that one.");
        }
        return track.filter(definition -> !definition.conversions().isEmpty()).isPresent()
                ? Optional.empty()
                : Optional.of("Requests on this track are not converted.");
    }
}
