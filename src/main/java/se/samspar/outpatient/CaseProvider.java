package se.samspar.outpatient;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.Parsed;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.outpatient.OpenCaseService.Beginning;
import se.samspar.outpatient.message.ManualDeliveries;
import se.samspar.outpatient.message.MessageService;
import se.samspar.outpatient.planning.PlanningService;
import se.samspar.outpatient.planning.PlanningService.Draft;
import se.samspar.outpatient.planning.SipService;
import se.samspar.store.AnswerBundle;
import se.samspar.store.Justification;
import se.samspar.store.Operations;

/** The operations on cases. */
@Component
class CaseProvider implements OperationProvider {

    private static final String TYPE = "CarePlan";

    private final Operations operations;
    private final OpenCaseService open;
    private final Parties parties;
    private final MessageService messages;
    private final CloseCaseService close;
    private final PlanningService planning;
    private final SipService sip;
    private final CaseActions actions;

    CaseProvider(
            Operations operations,
            OpenCaseService open,
            Parties parties,
            MessageService messages,
            CloseCaseService close,
            PlanningService planning,
            SipService sip,
            CaseActions actions) {
        this.operations = operations;
        this.open = open;
        this.parties = parties;
        this.messages = messages;
        this.close = close;
        this.planning = planning;
        this.sip = sip;
        this.actions = actions;
    }

    @Operation(name = "$open-case", typeName = TYPE)
    public Bundle open(
            @OperationParam(name = "patient", max = 1) Patient patient,
            @OperationParam(name = "patientReference", max = 1) Reference patientReference,
            @OperationParam(name = "initiator", min = 1, max = 1) Reference initiator,
            @OperationParam(name = "party", min = 1, max = OperationParam.MAX_UNLIMITED) List<Reference> party,
            @OperationParam(name = "need", max = 1) StringType need,
            @OperationParam(name = "goal", max = OperationParam.MAX_UNLIMITED) List<StringType> goal,
            @OperationParam(name = "consent", max = 1) Consent consent,
            @OperationParam(name = "consentReference", max = 1) Reference consentReference,
            @OperationParam(name = "fixedContact", max = 1) Reference fixedContact,
            @OperationParam(name = "wishedByPatient", max = 1) BooleanType wishedByPatient,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        Beginning beginning = new Beginning(
                Optional.ofNullable(patient),
                Optional.ofNullable(patientReference),
                initiator,
                Parsed.all(party),
                Parsed.text(need),
                Parsed.all(goal).stream().map(StringType::getValue).toList(),
                Optional.ofNullable(consent),
                Optional.ofNullable(consentReference),
                Optional.ofNullable(fixedContact),
                isTrue(wishedByPatient));
        return operations.change(
                request,
                "open-case",
                Bundle.class,
                () -> AnswerBundle.of(open.open(beginning, Justification.of(justification)), request));
    }

    @Operation(name = "$send", typeName = TYPE)
    public Bundle send(
            @IdParam IdType id,
            @OperationParam(name = "message", min = 1, max = 1) Communication message,
            @OperationParam(name = "attachment", max = OperationParam.MAX_UNLIMITED) List<DocumentReference> attachment,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return bundle(
                request,
                "send",
                id,
                aCase -> messages.send(aCase, message, Parsed.all(attachment), Justification.of(justification)));
    }

    @Operation(name = "$invite", typeName = TYPE)
    public CarePlan invite(
            @IdParam IdType id,
            @OperationParam(name = "party", min = 1, max = 1) Reference party,
            @OperationParam(name = "wishedByPatient", max = 1) BooleanType wishedByPatient,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return change(
                request,
                "invite",
                id,
                CarePlan.class,
                aCase -> parties.invite(aCase, party, isTrue(wishedByPatient), Justification.of(justification)));
    }

    @Operation(name = "$leave", typeName = TYPE)
    public CarePlan leave(
            @IdParam IdType id,
            @OperationParam(name = "party", max = 1) Reference party,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return change(
                request,
                "leave",
                id,
                CarePlan.class,
                aCase -> parties.leave(aCase, Optional.ofNullable(party), Justification.of(justification)));
    }

    @Operation(name = "$plan", typeName = TYPE)
    public CarePlan plan(
            @IdParam IdType id,
            @OperationParam(name = "planning", min = 1, max = 1) CarePlan planned,
            @OperationParam(name = "ifVersion", max = 1) StringType ifVersion,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        Draft draft = new Draft(planned, Parsed.text(ifVersion));
        return change(request, "plan", id, CarePlan.class, aCase -> {
            parties.requireParty(aCase);
            return planning.plan(aCase, draft, Justification.of(justification));
        });
    }

    @Operation(name = "$start-sip", typeName = TYPE)
    public Bundle startSip(
            @IdParam IdType id,
            @OperationParam(name = "reason", max = 1) StringType reason,
            @OperationParam(name = "text", max = 1) StringType text,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return bundle(request, "start-sip", id, aCase -> {
            parties.requireParty(aCase);
            return sip.start(aCase, Parsed.text(reason), Parsed.text(text), Justification.of(justification));
        });
    }

    @Operation(name = "$admit", typeName = TYPE)
    public Bundle admit(
            @IdParam IdType id,
            @OperationParam(name = "reason", max = 1) StringType reason,
            @OperationParam(name = "text", max = 1) StringType text,
            @OperationParam(name = "manualDelivery", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> manualDelivery,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        return bundle(
                request,
                "admit",
                id,
                aCase -> close.admit(
                        aCase,
                        Parsed.text(reason),
                        Parsed.text(text),
                        ManualDeliveries.of(manualDelivery),
                        Justification.of(justification)));
    }

    @Operation(name = "$close", typeName = TYPE)
    public Bundle close(
            @IdParam IdType id,
            @OperationParam(name = "reason", min = 1, max = 1) CodeType reason,
            @OperationParam(name = "text", max = 1) StringType text,
            @OperationParam(name = "sipDeclined", max = 1) BooleanType sipDeclined,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        CloseReason why = Parsed.code("reason", reason, CloseReason.values());
        return bundle(
                request,
                "close",
                id,
                aCase -> close.close(
                        aCase, why, Parsed.text(text), isTrue(sipDeclined), Justification.of(justification)));
    }

    @Operation(name = "$available-actions", typeName = TYPE, idempotent = true)
    public Parameters availableActions(@IdParam IdType id, ServletRequestDetails request) {
        return operations.read(request, "available-actions", () -> actions.of(id));
    }

    private Bundle bundle(
            ServletRequestDetails request,
            String operation,
            IdType id,
            Function<CarePlan, List<? extends Resource>> useCase) {
        return change(request, operation, id, Bundle.class, aCase -> AnswerBundle.of(useCase.apply(aCase), request));
    }

    /** A planning is no case, and has none of these. */
    private <A extends Resource> A change(
            ServletRequestDetails request,
            String operation,
            IdType id,
            Class<A> answer,
            Function<CarePlan, A> useCase) {
        return operations.change(request, operation, CarePlan.class, id, answer, plan -> {
            if (!CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)) {
                throw new ResourceNotFoundException(id);
            }
            return useCase.apply(plan);
        });
    }

    private static boolean isTrue(BooleanType parameter) {
        return parameter != null && parameter.booleanValue();
    }
}
