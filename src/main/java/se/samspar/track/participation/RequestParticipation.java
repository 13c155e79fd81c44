package se.samspar.track.participation;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Parties;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;
import se.samspar.track.booking.Conferences;

/**
 * Requester and receiver see a request, its patient and its background, and so do those at the conference that it names,
 * as guests. The room of the conference is open to both once the receiver has accepted the case, and as long as it has it.
 */
@Component
class RequestParticipation implements Participation<ServiceRequest> {

    @Override
    public Stream<Reference> units(ServiceRequest request, RuleContext context) {
        return Parties.of(request);
    }

    @Override
    public Stream<Reference> guests(ServiceRequest request, RuleContext context) {
        return Conferences.of(request, context).stream()
                .flatMap(conference -> AppointmentParticipation.takingPart(conference, context));
    }

    @Override
    public Stream<Reference> documentedBy(ServiceRequest request, RuleContext context) {
        return Stream.of(request.getRequester());
    }

    /** Its receiver, and the conference that it was signed up for. */
    @Override
    public Stream<Reference> sentTo(ServiceRequest request, RuleContext context) {
        return Stream.concat(units(request, context), guests(request, context));
    }

    @Override
    public Stream<Reference> writers(ServiceRequest request, RuleContext context) {
        return Stream.of(request.getRequester());
    }

    @Override
    public boolean mayOpen(ServiceRequest request) {
        return Conferences.named(request).isPresent();
    }

    @Override
    public Stream<Opening> openings(ServiceRequest request, RuleContext context) {
        return Conferences.named(request).stream()
                .filter(conference -> request.getStatus() == ServiceRequestStatus.ACTIVE)
                .filter(conference -> isAccepted(request, context))
                .map(conference -> new Opening(conference, units(request, context)));
    }

    private static boolean isAccepted(ServiceRequest request, RuleContext context) {
        return WorkItems.receivers(request, context.search(Task.class, WorkItems.query(request)))
                .filter(WorkItems::isAccepted)
                .isPresent();
    }

    /** Its documents and what is booked and registered for it. */
    @Override
    public Stream<Resource> dependents(ServiceRequest request, RuleContext context) {
        String id = "ServiceRequest/" + request.getIdElement().getIdPart();
        return Stream.of(
                        context.search(DocumentReference.class, "related=" + id),
                        context.search(Appointment.class, "based-on=" + id),
                        context.search(Encounter.class, "based-on=" + id))
                .flatMap(List::stream);
    }

    /** Whoever sends it on to another unit does not: what is added there is not for its eyes. */
    @Override
    public boolean isSeenByMaker(ServiceRequest request) {
        return false;
    }

    @Override
    public Stream<Reference> patients(ServiceRequest request) {
        return Stream.of(request.getSubject());
    }

    /** The receiver reads the work-up that the requester refers to. */
    @Override
    public Stream<Reference> background(ServiceRequest request) {
        return request.getSupportingInfo().stream();
    }
}
