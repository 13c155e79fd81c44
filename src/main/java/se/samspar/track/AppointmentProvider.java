package se.samspar.track;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.store.Justification;
import se.samspar.store.Operations;

/** The operations on meetings and conferences. */
@Component
class AppointmentProvider implements OperationProvider {

    private static final String TYPE = "Appointment";

    private final Operations operations;
    private final RescheduleService reschedule;
    private final SignUpService signUp;

    AppointmentProvider(Operations operations, RescheduleService reschedule, SignUpService signUp) {
        this.operations = operations;
        this.reschedule = reschedule;
        this.signUp = signUp;
    }

    @Operation(name = "$reschedule", typeName = TYPE)
    public Appointment reschedule(
            @IdParam IdType id,
            @OperationParam(name = "slot", max = 1) Reference slot,
            @OperationParam(name = "period", max = 1) Period period,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "reschedule",
                Appointment.class,
                id,
                Appointment.class,
                instance -> reschedule.reschedule(
                        instance,
                        Optional.ofNullable(slot),
                        Optional.ofNullable(period),
                        Justification.of(justification)));
    }

    @Operation(name = "$sign-up", typeName = TYPE)
    public Appointment signUp(
            @IdParam IdType id,
            @OperationParam(name = "request", min = 1, max = 1) Reference which,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "sign-up",
                Appointment.class,
                id,
                Appointment.class,
                instance -> signUp.signUp(instance, which, Justification.of(justification)));
    }
}
