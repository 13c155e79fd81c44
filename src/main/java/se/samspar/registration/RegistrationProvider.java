package se.samspar.registration;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.registration.Consultation.Half;
import se.samspar.registration.half.Halves;
import se.samspar.store.AnswerBundle;
import se.samspar.store.Justification;
import se.samspar.store.Operations;

/** The operations of registration on Encounter (contract section 4). */
@Component
class RegistrationProvider implements OperationProvider {

    private final Operations operations;
    private final RegisterConsultation registration;
    private final CompleteRegistration completion;
    private final VerifyRegistration verification;
    private final RegistrationGaps gaps;

    RegistrationProvider(
            Operations operations,
            RegisterConsultation registration,
            CompleteRegistration completion,
            VerifyRegistration verification,
            RegistrationGaps gaps) {
        this.operations = operations;
        this.registration = registration;
        this.completion = completion;
        this.verification = verification;
        this.gaps = gaps;
    }

    @Operation(name = "$register-consultation", typeName = "Encounter")
    public Bundle registerConsultation(
            @OperationParam(name = "request", min = 1, max = 1) Reference request,
            @OperationParam(name = "period", min = 1, max = 1) Period period,
            @OperationParam(name = "visit", max = 1) Reference visit,
            @OperationParam(name = "specialistPeriod", max = 1) Period specialistPeriod,
            @OperationParam(name = "primaryCareUnit", max = 1) Reference primaryCareUnit,
            @OperationParam(name = "primaryCarePractitioner", max = 1) Reference primaryCarePractitioner,
            @OperationParam(name = "specialistUnit", max = 1) Reference specialistUnit,
            @OperationParam(name = "specialistPractitioner", max = 1) Reference specialistPractitioner,
            @OperationParam(name = "primaryCareDiagnosis", max = OperationParam.MAX_UNLIMITED)
                    List<Coding> primaryCareDiagnosis,
            @OperationParam(name = "specialistDiagnosis", max = OperationParam.MAX_UNLIMITED)
                    List<Coding> specialistDiagnosis,
            @OperationParam(name = "primaryCareActivity", max = OperationParam.MAX_UNLIMITED)
                    List<Coding> primaryCareActivity,
            @OperationParam(name = "specialistActivity", max = OperationParam.MAX_UNLIMITED)
                    List<Coding> specialistActivity,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails details) {
        Consultation consultation = new Consultation(
                request,
                period,
                Optional.ofNullable(visit),
                Optional.ofNullable(specialistPeriod),
                Half.of(
                        "primaryCare",
                        primaryCareUnit,
                        primaryCarePractitioner,
                        primaryCareDiagnosis,
                        primaryCareActivity),
                Half.of("specialist", specialistUnit, specialistPractitioner, specialistDiagnosis, specialistActivity),
                Justification.of(justification));
        return operations.change(
                details,
                "register-consultation",
                Bundle.class,
                () -> AnswerBundle.of(registration.register(consultation), details));
    }

    @Operation(name = "$complete-registration", typeName = "Encounter")
    public Bundle completeRegistration(
            @IdParam IdType id,
            @OperationParam(name = "diagnosis", max = OperationParam.MAX_UNLIMITED) List<Coding> diagnosis,
            @OperationParam(name = "activity", max = OperationParam.MAX_UNLIMITED) List<Coding> activity,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails details) {
        return operations.change(
                details,
                "complete-registration",
                Encounter.class,
                id,
                Bundle.class,
                half -> AnswerBundle.of(
                        completion.complete(
                                half,
                                Consultation.coded("diagnosis", diagnosis),
                                Consultation.coded("activity", activity),
                                Justification.of(justification)),
                        details));
    }

    @Operation(name = "$verify-registration", typeName = "Encounter")
    public Provenance verifyRegistration(
            @IdParam IdType id,
            @OperationParam(name = "note", max = 1) StringType note,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails details) {
        return operations.change(
                details,
                "verify-registration",
                Encounter.class,
                id,
                Provenance.class,
                half -> verification.verify(half, text(note), Justification.of(justification)));
    }

    @Operation(name = "$registration-gaps", typeName = "Encounter", idempotent = true)
    public Parameters registrationGaps(
            @OperationParam(name = "unit", max = 1) StringType unit,
            @OperationParam(name = "start", max = 1) DateTimeType start,
            @OperationParam(name = "end", max = 1) DateTimeType end,
            ServletRequestDetails details) {
        return operations.read(
                details, "registration-gaps", () -> parameters(gaps.of(text(unit), text(start), text(end))));
    }

    private static Parameters parameters(List<Gap> gaps) {
        Parameters answer = new Parameters();
        gaps.forEach(gap -> {
            ParametersParameterComponent part = answer.addParameter().setName("gap");
            part.addPart().setName("encounter").setValue(new Reference(Halves.literal(gap.encounter())));
            gap.missing().forEach(rule -> part.addPart().setName("missing").setValue(new CodeType(rule.code())));
            part.addPart().setName("since").setValue(gap.since().copy());
        });
        return answer;
    }

    private static Optional<String> text(PrimitiveType<?> value) {
        return Optional.ofNullable(value).map(PrimitiveType::getValueAsString);
    }
}
