package se.samspar.fhir;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The two parties of a request, as it names them: units, or roles at them. */
public final class Parties {

    private Parties() {}

    /** The requester and the receiver. */
    public static Stream<Reference> of(ServiceRequest request) {
        return Stream.concat(Stream.of(request.getRequester()), request.getPerformer().stream());
    }
}
