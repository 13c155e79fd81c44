package se.samspar.pathway;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.Parsed;
import se.samspar.store.Justification;
import se.samspar.store.Operations;
import se.samspar.store.ResourceStore;

/** The operations by which a region introduces a pathway and follows that up. */
@Component
class IntroductionProvider implements OperationProvider {

    private static final String TYPE = "PlanDefinition";
    private static final int ANY = OperationParam.MAX_UNLIMITED;

    private final Operations operations;
    private final ResourceStore store;
    private final IntroductionService introductions;
    private final Clock clock;

    IntroductionProvider(Operations operations, ResourceStore store, IntroductionService introductions, Clock clock) {
        this.operations = operations;
        this.store = store;
        this.introductions = introductions;
        this.clock = clock;
    }

    @Operation(name = "$introduce", typeName = TYPE)
    public PlanDefinition introduce(
            @IdParam IdType id,
            @OperationParam(name = "region", min = 1, max = 1) Reference region,
            @OperationParam(name = "patientGroup", max = 1) ParametersParameterComponent patientGroup,
            @OperationParam(name = "affected", max = ANY) List<StringType> affected,
            @OperationParam(name = "start", max = ANY) List<StringType> start,
            @OperationParam(name = "stop", max = ANY) List<StringType> stop,
            @OperationParam(name = "document", max = ANY) List<StringType> document,
            @OperationParam(name = "indicator", max = ANY) List<CanonicalType> indicator,
            @OperationParam(name = "goal", max = ANY) List<StringType> goal,
            @OperationParam(name = "action", max = ANY) List<ParametersParameterComponent> action,
            @OperationParam(name = "justification", max = ANY) List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        IntroductionRequest introduction = new IntroductionRequest(
                region,
                Optional.ofNullable(patientGroup),
                Parsed.all(affected),
                Parsed.all(start),
                Parsed.all(stop),
                Parsed.all(document),
                Parsed.all(indicator),
                Parsed.all(goal),
                Parsed.all(action));
        return operations.change(
                request,
                "introduce",
                PlanDefinition.class,
                id,
                PlanDefinition.class,
                national -> introductions.introduce(national, introduction, Justification.of(justification)));
    }

    @Operation(name = "$complete-action", typeName = TYPE)
    public PlanDefinition completeAction(
            @IdParam IdType id,
            @OperationParam(name = "action", min = 1, max = 1) StringType action,
            @OperationParam(name = "done", max = 1) DateType done,
            @OperationParam(name = "justification", max = ANY) List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "complete-action",
                PlanDefinition.class,
                id,
                PlanDefinition.class,
                regional -> introductions.completeAction(
                        regional, action.getValue(), Optional.ofNullable(done), Justification.of(justification)));
    }

    @Operation(name = "$readiness", typeName = TYPE, idempotent = true)
    public Parameters readiness(@IdParam IdType id, ServletRequestDetails request) {
        LocalDate today = clock.instant().atZone(SwedishTime.ZONE).toLocalDate();
        return operations.read(request, "readiness", () -> {
            PlanDefinition regional = store.readVisible(PlanDefinition.class, id);
            if (Pathways.region(regional).isEmpty()) {
                throw new UnprocessableEntityException(
                        "A national pathway is introduced by regions: ask one that has region.");
            }
            return Readiness.of(regional, today).parameters();
        });
    }
}
