package se.samspar.consent;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.consent.ConsentDecisions.Decision;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.rule.RuleContext;
import se.samspar.store.Records;

/**
 * Whom a write newly tells about a case: parties that are let in, that are sent something, planned with or invited, and who
 * opens a message.
 */
@Component
public class Disclosures {

    private final ConsentDecisions consents;

    Disclosures(ConsentDecisions consents) {
        this.consents = consents;
    }

    /**
     * One unit that is told something.
     *
     * @param expression where the unit stands in the resource
     */
    public record Disclosure(String expression, Reference unit, Coverage coverage) {}

    /** Empty for what tells nobody about a case. */
    public Stream<Disclosure> of(Resource resource, RuleContext context) {
        if (CarePlans.is(resource, CarePlanType.OUTPATIENT_CASE)) {
            return letIn((CarePlan) resource, context);
        } else if (resource instanceof Task receipt) {
            return opened(receipt, context).stream();
        }
        Stream<CarePlan> cases = Cases.of(resource, Records.of(context)).stream();
        if (resource instanceof Communication message) {
            return cases.flatMap(aCase -> context.previous(message)
                    .map(before -> added(message, before, aCase, context))
                    .orElseGet(() -> sent(message, aCase, context)));
        } else if (resource instanceof CarePlan plan) {
            return cases.flatMap(aCase -> planned(plan, aCase, context));
        }
        return resource instanceof Appointment meeting
                ? cases.flatMap(aCase -> invited(meeting, aCase, context))
                : Stream.empty();
    }

    /** Its receivers; and its sender, who is let in by the same consents. */
    private Stream<Disclosure> sent(Communication message, CarePlan aCase, RuleContext context) {
        Decision bySender = consents.of(aCase, message.getSender(), Records.of(context));
        return Stream.concat(
                takesPart("Communication.sender", message.getSender(), aCase, context),
                told("Communication.recipient", message.getRecipient(), List.of(), bySender));
    }

    /** What is added to a message reaches whoever has the message, those too who keep it although consent has ended. */
    private Stream<Disclosure> added(Communication message, Communication before, CarePlan aCase, RuleContext context) {
        if (message.getPayload().size() <= before.getPayload().size()) {
            return Stream.empty();
        }
        Reference teller = context.actor().organization().orElse(message.getSender());
        Decision byTeller = consents.of(aCase, teller, Records.of(context));
        return Stream.of(
                        takesPart("Communication.payload", teller, aCase, context),
                        Stream.of(new Disclosure(
                                "Communication.sender", message.getSender(), byTeller.about(message.getSender()))),
                        told("Communication.recipient", message.getRecipient(), List.of(), byTeller))
                .flatMap(disclosures -> disclosures);
    }

    /** Whoever opens a message is told of it then; consent may have ended since it was sent. */
    private Optional<Disclosure> opened(Task receipt, RuleContext context) {
        boolean opens = receipt.getExecutionPeriod().hasStart()
                && context.previous(receipt)
                        .filter(before -> before.getExecutionPeriod().hasStart())
                        .isEmpty();
        return Optional.of(receipt.getFocus())
                .filter(focus -> opens)
                .flatMap(focus -> context.resolve(focus, Communication.class))
                .flatMap(message -> Cases.of(message, Records.of(context)))
                .map(aCase -> consents.of(aCase, receipt.getRequester(), Records.of(context)))
                .map(decision -> new Disclosure("Task.owner", receipt.getOwner(), decision.about(receipt.getOwner())));
    }

    /**
     * Who writes in a plan, the units that it gives something to do, and the parties of a coordinated plan. Those that
     * have written in a planning before are told nothing by that.
     */
    private Stream<Disclosure> planned(CarePlan plan, CarePlan aCase, RuleContext context) {
        Optional<CarePlan> before = context.previous(plan);
        if (before.filter(former -> CarePlans.isMovedOnly(former, plan)).isPresent()) {
            return Stream.empty();
        }
        Decision byAuthor = consents.of(aCase, plan.getAuthor(), Records.of(context));
        Stream<Disclosure> parties = CarePlans.is(plan, CarePlanType.COORDINATED_PLAN)
                ? told(
                        "CarePlan.contributor",
                        plan.getContributor(),
                        before.map(CarePlan::getContributor).orElse(List.of()),
                        byAuthor)
                : Stream.empty();
        Stream<Disclosure> performers = told(
                "CarePlan.activity.detail.performer",
                CarePlans.performers(plan),
                before.map(CarePlans::performers).orElse(List.of()),
                byAuthor);
        return Stream.of(takesPart("CarePlan.author", plan.getAuthor(), aCase, context), parties, performers)
                .flatMap(disclosures -> disclosures);
    }

    /** Who books a meeting, and the units that it invites to it. */
    private Stream<Disclosure> invited(Appointment meeting, CarePlan aCase, RuleContext context) {
        Records records = Records.of(context);
        Reference own = context.actor().organization().orElseGet(Reference::new);
        Stream<Disclosure> invited = told(
                "Appointment.participant",
                MeetingParticipants.units(meeting, records),
                context.previous(meeting)
                        .map(before -> MeetingParticipants.units(before, records))
                        .orElse(List.of()),
                consents.of(aCase, own, records));
        return context.previous(meeting).isPresent()
                ? invited
                : Stream.concat(takesPart("Appointment", own, aCase, context), invited);
    }

    /** Whoever acts in a case is let in by its initiating unit. */
    private Stream<Disclosure> takesPart(String element, Reference unit, CarePlan aCase, RuleContext context) {
        Coverage coverage =
                consents.of(aCase, aCase.getAuthor(), Records.of(context)).about(unit);
        return Stream.of(new Disclosure(element, unit, coverage));
    }

    private Stream<Disclosure> letIn(CarePlan aCase, RuleContext context) {
        List<Reference> before =
                context.previous(aCase).map(CarePlan::getContributor).orElse(List.of());
        return told(
                "CarePlan.contributor",
                aCase.getContributor(),
                before,
                consents.of(aCase, aCase.getAuthor(), Records.of(context)));
    }

    private static Stream<Disclosure> told(
            String element, List<Reference> units, List<Reference> before, Decision decision) {
        return IntStream.range(0, units.size())
                .filter(index -> before.stream().noneMatch(known -> Cases.isSame(known, units.get(index))))
                .mapToObj(index -> new Disclosure(
                        "%s[%d]".formatted(element, index), units.get(index), decision.about(units.get(index))));
    }
}
