package se.samspar.directory;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.store.Operations;

/**
 * {@code HealthcareService/$find-tracks} (contract section 4), by GET and by POST.
 *
 * <p>{@code patient} is accepted and not looked at: the answer does not depend on it, so it cannot tell whether the
 * patient is known here.
 */
@Component
class FindTracksProvider implements OperationProvider {

    private final Operations operations;
    private final FindTracksService service;

    FindTracksProvider(Operations operations, FindTracksService service) {
        this.operations = operations;
        this.service = service;
    }

    @Operation(name = "$find-tracks", typeName = "HealthcareService", idempotent = true)
    public Parameters findTracks(
            @OperationParam(name = "track") CodeType track,
            @OperationParam(name = "specialty") CodeType specialty,
            @OperationParam(name = "at") DateTimeType at,
            ServletRequestDetails request) {
        FindTracksQuery query = FindTracksQuery.of(UnitParameter.read(request, "from"), track, specialty, at);
        return operations.read(request, "find-tracks", () -> FindTracksAnswer.of(service.find(query)));
    }
}
