package se.samspar.pathway;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.Parsed;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.store.Justification;
import se.samspar.store.Operations;

/** The operations of the life cycle of a pathway. */
@Component
class PathwayProvider implements OperationProvider {

    private static final String TYPE = "PlanDefinition";

    private final Operations operations;
    private final LifeCycleService lifeCycle;

    PathwayProvider(Operations operations, LifeCycleService lifeCycle) {
        this.operations = operations;
        this.lifeCycle = lifeCycle;
    }

    @Operation(name = "$advance", typeName = TYPE)
    public PlanDefinition advance(
            @IdParam IdType id,
            @OperationParam(name = "to", min = 1, max = 1) CodeType to,
            @OperationParam(name = "note", max = 1) StringType note,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        PathwayState state = Parsed.code("to", to, PathwayState.values());
        return operations.change(
                request,
                "advance",
                PlanDefinition.class,
                id,
                PlanDefinition.class,
                pathway -> lifeCycle.advance(pathway, state, Parsed.text(note), Justification.of(justification)));
    }

    @Operation(name = "$comment", typeName = TYPE)
    public PlanDefinition comment(
            @IdParam IdType id,
            @OperationParam(name = "text", min = 1, max = 1) StringType text,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "comment",
                PlanDefinition.class,
                id,
                PlanDefinition.class,
                pathway -> lifeCycle.comment(pathway, text.getValue(), Justification.of(justification)));
    }

    @Operation(name = "$answer-comment", typeName = TYPE)
    public PlanDefinition answerComment(
            @IdParam IdType id,
            @OperationParam(name = "comment", min = 1, max = 1) StringType comment,
            @OperationParam(name = "text", min = 1, max = 1) StringType text,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "answer-comment",
                PlanDefinition.class,
                id,
                PlanDefinition.class,
                pathway -> lifeCycle.answer(
                        pathway, comment.getValue(), text.getValue(), Justification.of(justification)));
    }
}
