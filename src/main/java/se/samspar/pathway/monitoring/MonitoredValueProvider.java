package se.samspar.pathway.monitoring;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.store.Justification;
import se.samspar.store.Operations;

/** The operation on values that started pathways ask for. */
@Component
class MonitoredValueProvider implements OperationProvider {

    private final Operations operations;
    private final MonitoredValueService values;

    MonitoredValueProvider(Operations operations, MonitoredValueService values) {
        this.operations = operations;
        this.values = values;
    }

    @Operation(name = "$acknowledge", typeName = "Observation")
    public Task acknowledge(
            @IdParam IdType id,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "acknowledge",
                Observation.class,
                id,
                Task.class,
                value -> values.acknowledge(value, Justification.of(justification)));
    }
}
