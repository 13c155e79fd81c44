package se.samspar.track;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.Parsed;
import se.samspar.store.AnswerBundle;
import se.samspar.store.Justification;
import se.samspar.store.Operations;

/** The operations on requests. */
@Component
class RequestProvider implements OperationProvider {

    private static final String TYPE = "ServiceRequest";

    private final Operations operations;
    private final SubmitService submit;
    private final ReceiveService receive;
    private final TriageService triage;
    private final SupplementService supplement;
    private final AnswerService answer;
    private final CancelService cancel;
    private final AvailableActions actions;
    private final Milestones milestones;

    RequestProvider(
            Operations operations,
            SubmitService submit,
            ReceiveService receive,
            TriageService triage,
            SupplementService supplement,
            AnswerService answer,
            CancelService cancel,
            AvailableActions actions,
            Milestones milestones) {
        this.operations = operations;
        this.submit = submit;
        this.receive = receive;
        this.triage = triage;
        this.supplement = supplement;
        this.answer = answer;
        this.cancel = cancel;
        this.actions = actions;
        this.milestones = milestones;
    }

    @Operation(name = "$submit", typeName = TYPE)
    public Bundle submit(
            @OperationParam(name = "request", min = 1, max = 1) ServiceRequest sent,
            @OperationParam(name = "patient", max = 1) Patient patient,
            @OperationParam(name = "attachment", max = OperationParam.MAX_UNLIMITED) List<DocumentReference> attachment,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "submit",
                Bundle.class,
                () -> AnswerBundle.of(
                        submit.submit(
                                sent,
                                Optional.ofNullable(patient),
                                Parsed.all(attachment),
                                Justification.of(justification)),
                        request));
    }

    @Operation(name = "$receive", typeName = TYPE)
    public Task receive(
            @IdParam IdType id,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "receive",
                ServiceRequest.class,
                id,
                Task.class,
                instance -> receive.receive(instance, Justification.of(justification)));
    }

    @Operation(name = "$triage", typeName = TYPE)
    public Bundle triage(
            @IdParam IdType id,
            @OperationParam(name = "decision", min = 1, max = 1) CodeType decision,
            @OperationParam(name = "reason", max = 1) StringType reason,
            @OperationParam(name = "forwardTo", max = 1) Reference forwardTo,
            @OperationParam(name = "priority", max = 1) CodeType priority,
            @OperationParam(name = "plannedTime", max = 1) DateTimeType plannedTime,
            @OperationParam(name = "slot", max = 1) Reference slot,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        Decision made = Decision.of(decision, reason, forwardTo, priority, plannedTime, slot);
        return operations.change(
                request,
                "triage",
                ServiceRequest.class,
                id,
                Bundle.class,
                instance -> AnswerBundle.of(triage.triage(instance, made, Justification.of(justification)), request));
    }

    @Operation(name = "$supplement", typeName = TYPE)
    public Bundle supplement(
            @IdParam IdType id,
            @OperationParam(name = "note", max = 1) StringType note,
            @OperationParam(name = "workUp", max = 1) StringType workUp,
            @OperationParam(name = "attachment", max = OperationParam.MAX_UNLIMITED) List<DocumentReference> attachment,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "supplement",
                ServiceRequest.class,
                id,
                Bundle.class,
                instance -> AnswerBundle.of(
                        supplement.supplement(
                                instance,
                                Parsed.text(note),
                                Parsed.text(workUp),
                                Parsed.all(attachment),
                                Justification.of(justification)),
                        request));
    }

    @Operation(name = "$answer", typeName = TYPE)
    public Bundle answer(
            @IdParam IdType id,
            @OperationParam(name = "kind", min = 1, max = 1) CodeType kind,
            @OperationParam(name = "outcome", max = 1) CodeType outcome,
            @OperationParam(name = "text", max = 1) StringType text,
            @OperationParam(name = "nextStep", max = 1) StringType nextStep,
            @OperationParam(name = "patientInformed", max = 1) BooleanType patientInformed,
            @OperationParam(name = "diagnosis", max = OperationParam.MAX_UNLIMITED) List<Coding> diagnosis,
            @OperationParam(name = "receiver", max = 1) Reference receiver,
            @OperationParam(name = "attachment", max = OperationParam.MAX_UNLIMITED) List<DocumentReference> attachment,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        Answer given = Answer.of(kind, outcome, text, nextStep, patientInformed, diagnosis, receiver, attachment);
        return operations.change(
                request,
                "answer",
                ServiceRequest.class,
                id,
                Bundle.class,
                instance -> AnswerBundle.of(answer.answer(instance, given, Justification.of(justification)), request));
    }

    @Operation(name = "$cancel", typeName = TYPE)
    public ServiceRequest cancel(
            @IdParam IdType id,
            @OperationParam(name = "reason", max = 1) StringType reason,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return operations.change(
                request,
                "cancel",
                ServiceRequest.class,
                id,
                ServiceRequest.class,
                instance -> cancel.cancel(instance, Parsed.text(reason), Justification.of(justification)));
    }

    @Operation(name = "$available-actions", typeName = TYPE, idempotent = true)
    public Parameters availableActions(@IdParam IdType id, ServletRequestDetails request) {
        return operations.read(request, "available-actions", () -> actions.of(id));
    }

    @Operation(name = "$milestones", typeName = TYPE, idempotent = true)
    public Parameters milestones(@IdParam IdType id, ServletRequestDetails request) {
        return operations.read(request, "milestones", () -> milestones.of(id));
    }
}
