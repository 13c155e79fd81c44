package se.samspar.outpatient.rule;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import se.samspar.fhir.generated.CaseTeamRole;
import se.samspar.outpatient.record.Contact;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;

/**
 * The fixed care contact coordinates for the person, so the unit with the overall responsibility appoints it; other contacts
 * are those of the units that they work for. A relative is whom the person says.
 */
@RuleInfo(
        code = "own-contacts",
        severity = Severity.BLOCK,
        requirement = "OVP-6,OVP-13",
        remedy = "Leave the fixed care contact to the initiating unit, and the contacts of other parties to them.")
final class OwnContacts implements Rule<CareTeam> {

    @Override
    public Stream<Finding> check(CareTeam team, RuleContext context) {
        List<CareTeamParticipantComponent> before =
                context.previous(team).map(CareTeam::getParticipant).orElse(List.of());
        return Stream.concat(without(team.getParticipant(), before), without(before, team.getParticipant()))
                .filter(changed -> !isOwn(changed, team, context))
                .map(changed -> Finding.at("CareTeam.participant", "Another party appoints this contact."))
                .distinct();
    }

    private static Stream<CareTeamParticipantComponent> without(
            List<CareTeamParticipantComponent> participants, List<CareTeamParticipantComponent> others) {
        return participants.stream().filter(participant -> others.stream()
                .noneMatch(other -> Contact.of(other).equals(Contact.of(participant))));
    }

    private static boolean isOwn(CareTeamParticipantComponent contact, CareTeam team, RuleContext context) {
        boolean isFixed = contact.getRole().stream().anyMatch(CaseTeamRole.FIXED_CARE_CONTACT::isIn);
        return isFixed
                ? context.actor().actsFor(team.getManagingOrganizationFirstRep())
                : UnitOf.actor(contact.getMember(), Records.of(context))
                        .map(context.actor()::actsFor)
                        .orElse(true);
    }
}
