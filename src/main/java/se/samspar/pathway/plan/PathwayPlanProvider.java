package se.samspar.pathway.plan;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.Parsed;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.pathway.plan.PathwayPlanService.Beginning;
import se.samspar.store.Justification;
import se.samspar.store.Operations;
import se.samspar.store.ResourceStore;

/** The operations on a patient's way through a pathway. */
@Component
class PathwayPlanProvider implements OperationProvider {

    private final Operations operations;
    private final PathwayPlanService plans;
    private final ResourceStore store;

    PathwayPlanProvider(Operations operations, PathwayPlanService plans, ResourceStore store) {
        this.operations = operations;
        this.plans = plans;
        this.store = store;
    }

    @Operation(name = "$start-pathway", typeName = "PlanDefinition")
    public CarePlan start(
            @IdParam IdType id,
            @OperationParam(name = "patient", min = 1, max = 1) Reference patient,
            @OperationParam(name = "entryPhase", min = 1, max = 1) CodeType entryPhase,
            @OperationParam(name = "unit", max = 1) Reference unit,
            @OperationParam(name = "basedOn", max = 1) Reference basedOn,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        Beginning beginning = new Beginning(
                patient,
                Parsed.code("entryPhase", entryPhase, PathwayPhase.values()),
                Optional.ofNullable(unit),
                Optional.ofNullable(basedOn));
        // The pathway itself, which every unit reads, stays as it is: nobody who starts it makes others wait.
        return operations.change(
                request,
                "start-pathway",
                PlanDefinition.class,
                id,
                CarePlan.class,
                pathway -> plans.start(pathway, beginning, Justification.of(justification)));
    }

    @Operation(name = "$move-phase", typeName = "CarePlan")
    public CarePlan move(
            @IdParam IdType id,
            @OperationParam(name = "phase", max = 1) CodeType phase,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        Optional<PathwayPhase> next =
                Optional.ofNullable(phase).map(code -> Parsed.code("phase", code, PathwayPhase.values()));
        return change(request, "move-phase", id, plan -> plans.move(plan, next, Justification.of(justification)));
    }

    @Operation(name = "$leave-pathway", typeName = "CarePlan")
    public CarePlan leave(
            @IdParam IdType id,
            @OperationParam(name = "reason", max = 1) StringType reason,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return change(
                request,
                "leave-pathway",
                id,
                plan -> plans.leave(plan, Parsed.text(reason), Justification.of(justification)));
    }

    /** A case or a planning is no pathway, and has none of these. */
    private CarePlan change(
            ServletRequestDetails request, String operation, IdType id, Function<CarePlan, CarePlan> useCase) {
        return operations.change(request, operation, CarePlan.class, id, CarePlan.class, plan -> {
            if (!PathwayPlans.is(plan)) {
                throw new ResourceNotFoundException(id);
            }
            return useCase.apply(plan);
        });
    }
}
