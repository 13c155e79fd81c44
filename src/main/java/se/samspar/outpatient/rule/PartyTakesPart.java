package se.samspar.outpatient.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.consent.Cases;
import se.samspar.consent.MeetingParticipants;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.outpatient.record.CaseTeams;
import se.samspar.outpatient.record.Messages;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/** What is shared in a case is shared by its parties and with its parties. */
@RuleInfo(
        code = "party-takes-part",
        severity = Severity.BLOCK,
        requirement = "OVP-12,ALL-3",
        remedy = "Invite the party with CarePlan/$invite first.")
final class PartyTakesPart implements Rule<Resource> {

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        if (CarePlans.is(resource, CarePlanType.OUTPATIENT_CASE)) {
            CarePlan aCase = (CarePlan) resource;
            List<Reference> before =
                    context.previous(aCase).map(CarePlan::getCareTeam).orElse(List.of());
            return aCase.getCareTeam().stream()
                    .filter(team -> before.stream().noneMatch(former -> Cases.isSame(former, team)))
                    .flatMap(team -> context.resolve(team, CareTeam.class).stream())
                    .flatMap(team -> members(team, List.of(), aCase, context));
        } else if (resource instanceof CareTeam team) {
            List<Reference> before = context.previous(team)
                    .map(former -> CaseTeams.units(former, Records.of(context)))
                    .orElse(List.of());
            return CaseTeams.cases(team, context).flatMap(aCase -> members(team, before, aCase, context));
        }
        return Cases.of(resource, Records.of(context)).stream().flatMap(aCase -> strangers(resource, aCase, context));
    }

    /** The team is that of the initiating unit, and its members are of parties. */
    private static Stream<Finding> members(CareTeam team, List<Reference> before, CarePlan aCase, RuleContext context) {
        Stream<Finding> anothers = team.getManagingOrganization().stream()
                .filter(unit -> !Cases.isSame(unit, aCase.getAuthor()))
                .map(unit -> Finding.at("CarePlan.careTeam", "The team is that of another unit's case."));
        return Stream.concat(
                anothers, strangers("CareTeam.participant", CaseTeams.units(team, Records.of(context)), before, aCase));
    }

    private static Stream<Finding> strangers(Resource resource, CarePlan aCase, RuleContext context) {
        if (resource instanceof Communication message && Messages.isMessage(message)) {
            return told(message, aCase, context);
        } else if (resource instanceof Consent consent
                && context.previous(consent).isEmpty()) {
            return strangers("Consent.organization", consent.getOrganization(), List.of(), aCase);
        } else if (resource instanceof CarePlan plan) {
            CarePlan before = context.previous(plan).orElseGet(CarePlan::new);
            return CarePlans.isMovedOnly(before, plan) ? Stream.empty() : ofPlan(plan, aCase, before);
        } else if (resource instanceof Appointment meeting) {
            Records records = Records.of(context);
            return strangers(
                    "Appointment.participant",
                    MeetingParticipants.units(meeting, records),
                    context.previous(meeting)
                            .map(before -> MeetingParticipants.units(before, records))
                            .orElse(List.of()),
                    aCase);
        }
        return Stream.empty();
    }

    private static Stream<Finding> ofPlan(CarePlan plan, CarePlan aCase, CarePlan before) {
        Stream<Finding> parties = CarePlans.is(plan, CarePlanType.COORDINATED_PLAN)
                ? strangers("CarePlan.contributor", plan.getContributor(), before.getContributor(), aCase)
                : Stream.empty();
        return Stream.of(
                        strangers("CarePlan.author", List.of(plan.getAuthor()), List.of(), aCase),
                        parties,
                        strangers(
                                "CarePlan.activity.detail.performer",
                                CarePlans.performers(plan),
                                CarePlans.performers(before),
                                aCase))
                .flatMap(findings -> findings);
    }

    /**
     * Whoever sends a message or adds to it, and all that are told by that. A unit that has left still reads what it had
     * opened, so it would read what is added too.
     */
    private static Stream<Finding> told(Communication message, CarePlan aCase, RuleContext context) {
        Optional<Communication> previous = context.previous(message);
        boolean tells = previous.filter(before ->
                        message.getPayload().size() <= before.getPayload().size())
                .isEmpty();
        List<Reference> writer = previous.isEmpty()
                ? List.of()
                : context.actor().organization().stream().toList();
        return tells
                ? Stream.of(
                                strangers("Communication.payload", writer, List.of(), aCase),
                                strangers("Communication.sender", List.of(message.getSender()), List.of(), aCase),
                                strangers("Communication.recipient", message.getRecipient(), List.of(), aCase))
                        .flatMap(findings -> findings)
                : Stream.empty();
    }

    private static Stream<Finding> strangers(
            String element, List<Reference> units, List<Reference> before, CarePlan aCase) {
        return IntStream.range(0, units.size())
                .filter(index -> before.stream().noneMatch(known -> Cases.isSame(known, units.get(index))))
                .filter(index -> !Cases.takesPart(units.get(index), aCase))
                .mapToObj(index -> Finding.at("%s[%d]".formatted(element, index), "The unit is no party of the case."));
    }
}
