package se.samspar.outpatient.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.consent.Cases;
import se.samspar.consent.ConsentDecisions;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.CaseEvent;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.RuleContext;

/** Reads from what has changed in a resource what has happened in its case. */
final class CaseEvents {

    private CaseEvents() {}

    static Stream<CaseEvent> of(Resource resource, RuleContext context) {
        if (resource instanceof CarePlan plan) {
            return CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)
                    ? ofCase(plan, context.previous(plan), context)
                    : ofPlan(plan, context.previous(plan));
        } else if (resource instanceof Communication message && Messages.isMessage(message)) {
            return ofMessage(message, context.previous(message));
        } else if (resource instanceof Task receipt) {
            return ofReceipt(receipt, context.previous(receipt));
        } else if (resource instanceof Consent consent) {
            return ofConsent(consent, context.previous(consent));
        } else if (resource instanceof CareTeam team) {
            return context
                    .previous(team)
                    .filter(before -> !Base.compareDeep(before.getParticipant(), team.getParticipant(), true))
                    .map(before -> CaseEvent.CONTACT_APPOINTED)
                    .stream();
        }
        return resource instanceof Appointment meeting
                ? ofMeeting(meeting, context.previous(meeting)).stream()
                : Stream.empty();
    }

    private static Stream<CaseEvent> ofCase(CarePlan aCase, Optional<CarePlan> previous, RuleContext context) {
        return Stream.concat(
                previous.map(before -> ofChangedCase(aCase, before)).orElseGet(() -> Stream.of(CaseEvent.OPENED)),
                when(hasNewContacts(aCase, previous, context), CaseEvent.CONTACT_APPOINTED).stream());
    }

    /** Contacts of a team that the case did not have before; one that is appointed in its team is an event of the team. */
    private static boolean hasNewContacts(CarePlan aCase, Optional<CarePlan> previous, RuleContext context) {
        List<Reference> before = previous.map(CarePlan::getCareTeam).orElse(List.of());
        return aCase.getCareTeam().stream()
                .filter(team -> !containsAll(before, List.of(team)))
                .flatMap(team -> context.resolve(team, CareTeam.class).stream())
                .anyMatch(CareTeam::hasParticipant);
    }

    private static Stream<CaseEvent> ofChangedCase(CarePlan aCase, CarePlan previous) {
        List<Reference> before = previous.getContributor();
        return Stream.of(
                        when(!containsAll(before, aCase.getContributor()), CaseEvent.PARTY_INVITED),
                        when(!containsAll(aCase.getContributor(), before), CaseEvent.PARTY_LEFT),
                        when(Cases.isOpen(previous) && !Cases.isOpen(aCase), end(aCase)))
                .flatMap(Optional::stream);
    }

    private static CaseEvent end(CarePlan aCase) {
        return CloseReasons.of(aCase).filter(CloseReason.ADMITTED::equals).isPresent()
                ? CaseEvent.ADMITTED
                : CaseEvent.CLOSED;
    }

    private static boolean containsAll(List<Reference> references, List<Reference> wanted) {
        return wanted.stream().allMatch(one -> references.stream().anyMatch(other -> Cases.isSame(one, other)));
    }

    private static Stream<CaseEvent> ofPlan(CarePlan plan, Optional<CarePlan> previous) {
        if (previous.isEmpty()) {
            return Stream.of(
                    CarePlans.is(plan, CarePlanType.COORDINATED_PLAN) ? CaseEvent.SIP_STARTED : CaseEvent.PLANNED);
        }
        boolean ends = previous.get().getStatus() == CarePlanStatus.ACTIVE && plan.getStatus() != CarePlanStatus.ACTIVE;
        return Stream.of(ends ? CaseEvent.PLAN_ENDED : CaseEvent.PLANNED);
    }

    /** Whether those who are invited come, and came, is their own answer and no event of the case. */
    private static Optional<CaseEvent> ofMeeting(Appointment meeting, Optional<Appointment> previous) {
        boolean takesPlace = !Appointments.isGivenUp(meeting);
        if (previous.filter(before -> !Appointments.isGivenUp(before)).isEmpty()) {
            return when(takesPlace, CaseEvent.MEETING_BOOKED);
        }
        return takesPlace
                ? when(!isArrangedAlike(previous.get(), meeting), CaseEvent.MEETING_CHANGED)
                : Optional.of(CaseEvent.MEETING_CANCELLED);
    }

    /** Are both at the same time and place, with the same invited? */
    private static boolean isArrangedAlike(Appointment one, Appointment other) {
        List<Reference> before = actors(one);
        List<Reference> now = actors(other);
        return Appointments.areAtSameTime(one, other)
                && containsAll(before, now)
                && containsAll(now, before)
                && Base.compareDeep(
                        one.getExtensionsByUrl(Extensions.VIDEO_LINK),
                        other.getExtensionsByUrl(Extensions.VIDEO_LINK),
                        true);
    }

    private static List<Reference> actors(Appointment meeting) {
        return meeting.getParticipant().stream()
                .map(AppointmentParticipantComponent::getActor)
                .toList();
    }

    private static Stream<CaseEvent> ofMessage(Communication message, Optional<Communication> previous) {
        if (previous.isEmpty()) {
            return Stream.of(CaseEvent.MESSAGE_SENT);
        }
        boolean withdrawn = message.getStatus() == CommunicationStatus.ENTEREDINERROR
                && previous.get().getStatus() != CommunicationStatus.ENTEREDINERROR;
        return Stream.of(
                        when(
                                message.getPayload().size()
                                        > previous.get().getPayload().size(),
                                CaseEvent.MESSAGE_SUPPLEMENTED),
                        when(withdrawn, CaseEvent.MESSAGE_WITHDRAWN))
                .flatMap(Optional::stream);
    }

    private static Stream<CaseEvent> ofReceipt(Task receipt, Optional<Task> previous) {
        if (previous.isEmpty() || Receipts.asksForMore(receipt)) {
            return when(previous.isEmpty() && Receipts.asksForMore(receipt), CaseEvent.MORE_ASKED_FOR).stream();
        }
        boolean opened = Receipts.isOpened(receipt) && !Receipts.isOpened(previous.get());
        boolean answered = receipt.getStatus() != previous.get().getStatus()
                && (receipt.getStatus() == TaskStatus.ACCEPTED || receipt.getStatus() == TaskStatus.REJECTED);
        return Stream.of(when(opened, CaseEvent.MESSAGE_ACKNOWLEDGED), when(answered, CaseEvent.MESSAGE_ANSWERED))
                .flatMap(Optional::stream);
    }

    private static Stream<CaseEvent> ofConsent(Consent consent, Optional<Consent> previous) {
        if (previous.isEmpty()) {
            return Stream.of(
                    consent.getProvision().getType() == ConsentProvisionType.DENY
                            ? CaseEvent.CONSENT_DENIED
                            : CaseEvent.CONSENT_GIVEN);
        }
        boolean withdrawn =
                previous.get().getStatus() == ConsentState.ACTIVE && consent.getStatus() != ConsentState.ACTIVE;
        boolean verified = !containsAll(
                ConsentDecisions.verifiers(previous.get()).toList(),
                ConsentDecisions.verifiers(consent).toList());
        return Stream.of(when(verified, CaseEvent.CONSENT_VERIFIED), when(withdrawn, CaseEvent.CONSENT_WITHDRAWN))
                .flatMap(Optional::stream);
    }

    private static Optional<CaseEvent> when(boolean happened, CaseEvent event) {
        return happened ? Optional.of(event) : Optional.empty();
    }
}
