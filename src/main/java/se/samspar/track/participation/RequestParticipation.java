package se.samspar.track.participation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Parties;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;
import se.samspar.track.booking.Conferences;

/** Requester and receiver see a request, its patient and its background, and those at the conference that it names. */
@Component
class RequestParticipation implements Participation<ServiceRequest> {

    @Override
    public Stream<Reference> units(ServiceRequest request, RuleContext context) {
        return Stream.of(
                        Parties.of(request),
                        Conferences.of(request, context).stream()
                                .flatMap(conference -> AppointmentParticipation.takingPart(conference, context)))
                .flatMap(units -> units);
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
