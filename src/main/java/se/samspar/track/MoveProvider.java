package se.samspar.track;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.Parsed;
import se.samspar.fhir.generated.Track;
import se.samspar.store.AnswerBundle;
import se.samspar.store.Justification;
import se.samspar.store.Operations;

/** The operations that move a request: between people of a unit, and from one track to another. */
@Component
class MoveProvider implements OperationProvider {

    private static final String TYPE = "ServiceRequest";

    private final Operations operations;
    private final AssignService assign;
    private final ConvertService convert;

    MoveProvider(Operations operations, AssignService assign, ConvertService convert) {
        this.operations = operations;
        this.assign = assign;
        this.convert = convert;
    }

    @Operation(name = "$claim", typeName = TYPE)
    public Task claim(
            @IdParam IdType id,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "claim",
                ServiceRequest.class,
                id,
                Task.class,
                instance -> assign.claim(instance, Justification.of(justification)));
    }

    @Operation(name = "$reassign", typeName = TYPE)
    public Task reassign(
            @IdParam IdType id,
            @OperationParam(name = "to", min = 1, max = 1) Reference to,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "reassign",
                ServiceRequest.class,
                id,
                Task.class,
                instance -> assign.reassign(instance, to, Justification.of(justification)));
    }

    @Operation(name = "$convert", typeName = TYPE)
    public Bundle convert(
            @IdParam IdType id,
            @OperationParam(name = "track", min = 1, max = 1) CodeType track,
            @OperationParam(name = "to", min = 1, max = 1) Reference to,
            @OperationParam(name = "reason", max = 1) StringType reason,
            @OperationParam(name = "content", max = 1) ServiceRequest content,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        Track wanted = Parsed.code("track", track, Track.values());
        return operations.change(
                request,
                "convert",
                ServiceRequest.class,
                id,
                Bundle.class,
                instance -> AnswerBundle.of(
                        convert.convert(
                                instance,
                                wanted,
                                to,
                                Parsed.text(reason),
                                Optional.ofNullable(content),
                                Justification.of(justification)),
                        request));
    }
}
