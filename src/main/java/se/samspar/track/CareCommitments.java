package se.samspar.track;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.store.ResourceStore;

/**
 * The receiver's care commitment (vårdåtagande, DSK-9). It is active from the acceptance, since from then on the
 * receiver answers for the patient's wait, and ends with an answer that leaves the specialised care nothing to do.
 *
 * <p>The definition of a track says whether there is one. A digital consultation makes none: the patient stays with
 * primary care, and a visit that turns out to be needed comes by a referral, whose acceptance makes it.
 */
@Component
class CareCommitments {

    private final ResourceStore store;
    private final TrackCatalogue tracks;
    private final Clock clock;

    CareCommitments(ResourceStore store, TrackCatalogue tracks, Clock clock) {
        this.store = store;
        this.tracks = tracks;
        this.clock = clock;
    }

    /** The receiver has accepted; whoever hands the patient back is answerable no longer (TRK-8). */
    void open(ServiceRequest request, Task task) {
        Optional<TrackDefinition> track = tracks.of(request);
        if (track.filter(TrackDefinition::careCommitment).isPresent()) {
            EpisodeOfCare commitment = new EpisodeOfCare();
            commitment.setStatus(EpisodeOfCareStatus.ACTIVE);
            commitment.setPatient(task.getFor().copy());
            commitment.setManagingOrganization(task.getOwner().copy());
            commitment.addReferralRequest(task.getFocus().copy());
            commitment.getPeriod().setStart(Date.from(clock.instant()));
            store.create(commitment);
        }
        if (track.filter(TrackDefinition::handsBack).isPresent()) {
            end(handedBack(request, task), EpisodeOfCareStatus.FINISHED);
        }
    }

    /** The receiver has answered finally: the track says which outcomes leave it nothing to do. */
    void answered(ServiceRequest request, Optional<ConsultationOutcome> outcome) {
        if (tracks.of(request).filter(track -> track.endsCommitment(outcome)).isPresent()) {
            end(of(request), EpisodeOfCareStatus.FINISHED);
        }
    }

    /** The request ends unanswered. */
    void cancel(ServiceRequest request) {
        end(of(request), EpisodeOfCareStatus.CANCELLED);
    }

    private List<EpisodeOfCare> of(ServiceRequest request) {
        return active(
                "incoming-referral=ServiceRequest/" + request.getIdElement().getIdPart());
    }

    /**
     * The sender's commitments for the requests that it returns from where it names them, otherwise the only one that it
     * had when it sent this: of several none ends unnamed, which {@code return-complete} sees to.
     */
    private List<EpisodeOfCare> handedBack(ServiceRequest request, Task task) {
        String sender = "organization=%s&patient=%s"
                .formatted(task.getRequester().getReference(), task.getFor().getReference());
        String named = request.getBasedOn().stream()
                .filter(basis ->
                        "ServiceRequest".equals(basis.getReferenceElement().getResourceType())) // or a pathway
                .map(Reference::getReference)
                .collect(Collectors.joining(","));
        if (!named.isEmpty()) {
            return active(sender + "&incoming-referral=" + named);
        }
        List<EpisodeOfCare> held = active(sender).stream()
                .filter(commitment -> !commitment.getPeriod().getStart().after(request.getAuthoredOn()))
                .toList();
        return held.size() == 1 ? held : List.of();
    }

    private List<EpisodeOfCare> active(String query) {
        return store.search(EpisodeOfCare.class, query + "&status=active");
    }

    private void end(List<EpisodeOfCare> commitments, EpisodeOfCareStatus status) {
        commitments.forEach(commitment -> {
            commitment.setStatus(status).getPeriod().setEnd(Date.from(clock.instant()));
            store.update(commitment);
        });
    }
}
