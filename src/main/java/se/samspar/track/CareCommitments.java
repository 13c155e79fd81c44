package se.samspar.track;

import java.time.Clock;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
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
 * <p>A digital consultation makes none: the patient stays with primary care, and a visit that turns out to be needed
 * comes by a referral, whose acceptance makes it.
 */
@Component
class CareCommitments {

    private static final Set<ConsultationOutcome> ENDING = EnumSet.of(
            ConsultationOutcome.CONTINUE_IN_PRIMARY_CARE,
            ConsultationOutcome.BACK_TO_PRIMARY_CARE,
            ConsultationOutcome.NO_FURTHER_NEED);

    private final ResourceStore store;
    private final TrackCatalogue tracks;
    private final Clock clock;

    CareCommitments(ResourceStore store, TrackCatalogue tracks, Clock clock) {
        this.store = store;
        this.tracks = tracks;
        this.clock = clock;
    }

    /** The receiver has accepted. */
    void open(ServiceRequest request, Task task) {
        String track = InboxTasks.track(request).getCode();
        if (tracks.find(track).filter(TrackDefinition::careCommitment).isPresent()) {
            EpisodeOfCare commitment = new EpisodeOfCare();
            commitment.setStatus(EpisodeOfCareStatus.ACTIVE);
            commitment.setPatient(task.getFor().copy());
            commitment.setManagingOrganization(task.getOwner().copy());
            commitment.addReferralRequest(task.getFocus().copy());
            commitment.getPeriod().setStart(Date.from(clock.instant()));
            store.create(commitment);
        }
    }

    /** The receiver has answered finally. */
    void answered(ServiceRequest request, Optional<ConsultationOutcome> outcome) {
        if (outcome.filter(ENDING::contains).isPresent()) {
            end(request, EpisodeOfCareStatus.FINISHED);
        }
    }

    /** The requester has taken the request back. */
    void cancel(ServiceRequest request) {
        end(request, EpisodeOfCareStatus.CANCELLED);
    }

    private void end(ServiceRequest request, EpisodeOfCareStatus status) {
        List<EpisodeOfCare> open = store.search(
                EpisodeOfCare.class,
                "incoming-referral=ServiceRequest/" + request.getIdElement().getIdPart() + "&status=active");
        open.forEach(commitment -> {
            commitment.setStatus(status).getPeriod().setEnd(Date.from(clock.instant()));
            store.update(commitment);
        });
    }
}
