package se.samspar.security;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.security.EmergencyAccesses.Access;
import se.samspar.store.Call;

/** Whoever reviews the logs of a unit asks who has read about patients in an emergency. */
@Component
class EmergencyAccessProvider implements OperationProvider {

    private final EmergencyAccesses accesses;

    EmergencyAccessProvider(EmergencyAccesses accesses) {
        this.accesses = accesses;
    }

    @Operation(name = "$emergency-accesses", typeName = "Patient", idempotent = true)
    public Parameters emergencyAccesses(
            @OperationParam(name = "unit", max = 1) StringType unit,
            @OperationParam(name = "start", max = 1) DateTimeType start,
            @OperationParam(name = "end", max = 1) DateTimeType end,
            ServletRequestDetails request) {
        List<Access> found = accesses.reviewedBy(
                Call.actorOf(request).unit().orElseThrow(), // which the guard has asked for
                Optional.ofNullable(unit).map(EmergencyAccessProvider::id),
                instant(start),
                instant(end));
        if (found.size() > EmergencyAccesses.MOST) {
            throw new UnprocessableEntityException("There are more than " + EmergencyAccesses.MOST
                    + " accesses; ask for a shorter time, with start and end.");
        }
        return parameters(found);
    }

    private static String id(StringType unit) {
        if (!unit.getValue().matches("Organization/[A-Za-z0-9.-]{1,64}")) {
            throw new UnprocessableEntityException("The parameter unit is a reference such as Organization/id.");
        }
        return unit.getValue().substring("Organization/".length());
    }

    private static Optional<Instant> instant(DateTimeType time) {
        return Optional.ofNullable(time).map(DateTimeType::getValue).map(Date::toInstant);
    }

    private static Parameters parameters(List<Access> accesses) {
        Parameters answer = new Parameters();
        accesses.forEach(access -> {
            ParametersParameterComponent part = answer.addParameter().setName("access");
            part.addPart().setName("patient").setValue(new Reference(access.patient()));
            part.addPart().setName("unit").setValue(new Reference("Organization/" + access.unit()));
            part.addPart()
                    .setName("employee")
                    .setValue(
                            new Identifier().setSystem(IdentifierSystems.HSA_ID).setValue(access.employee()));
            part.addPart().setName("reason").setValue(new StringType(access.reason()));
            part.addPart()
                    .setName("period")
                    .setValue(new Period().setStart(Date.from(access.begins())).setEnd(Date.from(access.ends())));
            part.addPart().setName("request").setValue(new StringType(access.requestId()));
        });
        return answer;
    }
}
