package se.samspar.outpatient.message;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.Parsed;
import se.samspar.fhir.generated.MessagePart;
import se.samspar.outpatient.record.Messages;
import se.samspar.outpatient.record.ReceiptEvent;
import se.samspar.store.AnswerBundle;
import se.samspar.store.Justification;
import se.samspar.store.Operations;

/** The operations on messages of a case. */
@Component
class MessageProvider implements OperationProvider {

    private static final String TYPE = "Communication";

    private final Operations operations;
    private final MessageService messages;
    private final AnswerMessageService answers;
    private final MessageActions actions;

    MessageProvider(
            Operations operations, MessageService messages, AnswerMessageService answers, MessageActions actions) {
        this.operations = operations;
        this.messages = messages;
        this.answers = answers;
        this.actions = actions;
    }

    @Operation(name = "$acknowledge", typeName = TYPE)
    public Task acknowledge(
            @IdParam IdType id,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return change(
                request,
                "acknowledge",
                id,
                Task.class,
                message -> answers.acknowledge(message, Justification.of(justification)));
    }

    @Operation(name = "$respond", typeName = TYPE)
    public Bundle respond(
            @IdParam IdType id,
            @OperationParam(name = "decision", min = 1, max = 1) CodeType decision,
            @OperationParam(name = "text", max = 1) StringType text,
            @OperationParam(name = "unit", max = 1) Reference unit,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        ReceiptEvent made = ReceiptEvent.decision(Parsed.text(decision).orElse(""))
                .orElseThrow(() -> ParameterRefused.invalid(
                        "decision",
                        "Parameter decision has no such code.",
                        "Parameter decision is one of accept, decline, request-supplement."));
        return change(
                request,
                "respond",
                id,
                Bundle.class,
                message -> AnswerBundle.of(
                        answers.respond(
                                message,
                                made,
                                Parsed.text(text),
                                Optional.ofNullable(unit),
                                Justification.of(justification)),
                        request));
    }

    @Operation(name = "$supplement", typeName = TYPE)
    public Bundle supplement(
            @IdParam IdType id,
            @OperationParam(name = "text", max = 1) StringType text,
            @OperationParam(name = "part", max = 1) CodeType part,
            @OperationParam(name = "attachment", max = OperationParam.MAX_UNLIMITED) List<DocumentReference> attachment,
            @OperationParam(name = "manualDelivery", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> manualDelivery,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        Optional<MessagePart> about = Parsed.text(part).map(code -> Parsed.code("part", part, MessagePart.values()));
        return change(
                request,
                "supplement",
                id,
                Bundle.class,
                message -> AnswerBundle.of(
                        messages.supplement(
                                message,
                                Parsed.text(text),
                                about,
                                Parsed.all(attachment),
                                ManualDeliveries.of(manualDelivery),
                                Justification.of(justification)),
                        request));
    }

    @Operation(name = "$withdraw", typeName = TYPE)
    public Communication withdraw(
            @IdParam IdType id,
            @OperationParam(name = "reason", max = 1) StringType reason,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return change(
                request,
                "withdraw",
                id,
                Communication.class,
                message -> messages.withdraw(message, Parsed.text(reason), Justification.of(justification)));
    }

    @Operation(name = "$available-actions", typeName = TYPE, idempotent = true)
    public Parameters availableActions(@IdParam IdType id, ServletRequestDetails request) {
        return operations.read(request, "available-actions", () -> actions.of(id));
    }

    /** An answer to a request is no message of a case, and has none of these. */
    private <A extends Resource> A change(
            ServletRequestDetails request,
            String operation,
            IdType id,
            Class<A> answer,
            Function<Communication, A> useCase) {
        return operations.change(request, operation, Communication.class, id, answer, communication -> {
            if (!Messages.isMessage(communication)) {
                throw new ResourceNotFoundException(id);
            }
            return useCase.apply(communication);
        });
    }
}
