package se.samspar.outpatient.rule;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import se.samspar.outpatient.record.Contact;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Whom the person had to turn to at a time can be told afterwards: a contact ends, and is not taken out. */
@RuleInfo(
        code = "former-contacts-kept",
        severity = Severity.BLOCK,
        requirement = "OVP-6,OVP-12",
        remedy = "Set period.end of the former contact, and add the new one beside it.")
final class FormerContactsKept implements Rule<CareTeam> {

    @Override
    public Stream<Finding> check(CareTeam team, RuleContext context) {
        List<Contact> now = team.getParticipant().stream().map(Contact::of).toList();
        return context.previous(team).map(CareTeam::getParticipant).stream()
                .flatMap(List::stream)
                .map(Contact::of)
                .filter(former -> now.stream().noneMatch(contact -> contact.continues(former)))
                .map(former ->
                        Finding.at("CareTeam.participant", "A contact that was in the team is not there as it was."))
                .distinct();
    }
}
