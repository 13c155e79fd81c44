package se.samspar.track.participation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Requester and receiver see a request. */
@Component
class RequestParticipation implements Participation<ServiceRequest> {

    @Override
    public Stream<Reference> units(ServiceRequest request, RuleContext context) {
        return Stream.concat(Stream.of(request.getRequester()), request.getPerformer().stream());
    }

    @Override
    public Stream<Reference> patients(ServiceRequest request) {
        return Stream.of(request.getSubject());
    }
}
