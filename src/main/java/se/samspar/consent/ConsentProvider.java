package se.samspar.consent;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.store.Justification;
import se.samspar.store.Operations;

/** The operations on consents. */
@Component
class ConsentProvider implements OperationProvider {

    private static final String TYPE = "Consent";

    private final Operations operations;
    private final ConsentService consents;

    ConsentProvider(Operations operations, ConsentService consents) {
        this.operations = operations;
        this.consents = consents;
    }

    @Operation(name = "$verify", typeName = TYPE)
    public Consent verify(
            @IdParam IdType id,
            @OperationParam(name = "note", max = 1) StringType note,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "verify",
                Consent.class,
                id,
                Consent.class,
                consent -> consents.verify(
                        consent, Optional.ofNullable(note).map(StringType::getValue), Justification.of(justification)));
    }

    @Operation(name = "$withdraw", typeName = TYPE)
    public Consent withdraw(
            @IdParam IdType id,
            @OperationParam(name = "reason", min = 1, max = 1) StringType reason,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "withdraw",
                Consent.class,
                id,
                Consent.class,
                consent -> consents.withdraw(consent, reason.getValue(), Justification.of(justification)));
    }
}
