package se.samspar.resident;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.store.Operations;

/** {@code Patient/[id]/$next-steps} (contract section 4). */
@Component
class NextStepsProvider implements OperationProvider {

    private final Operations operations;
    private final NextSteps steps;

    NextStepsProvider(Operations operations, NextSteps steps) {
        this.operations = operations;
        this.steps = steps;
    }

    @Operation(name = "$next-steps", typeName = "Patient", idempotent = true)
    public Parameters nextSteps(@IdParam IdType id, ServletRequestDetails request) {
        return operations.read(request, "next-steps", () -> Step.parameters(steps.of(id)));
    }
}
