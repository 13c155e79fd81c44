package se.samspar.outpatient.record;

import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.generated.CaseTeamRole;

/**
 * What a case team says of one contact, whatever words stand beside the codes and references.
 *
 * @param end absent while it lasts
 */
public record Contact(Set<CaseTeamRole> roles, String member, String onBehalfOf, Date start, Date end) {

    public static Contact of(CareTeamParticipantComponent participant) {
        return new Contact(
                Arrays.stream(CaseTeamRole.values())
                        .filter(role -> participant.getRole().stream().anyMatch(role::isIn))
                        .collect(Collectors.toSet()),
                id(participant.getMember()),
                id(participant.getOnBehalfOf()),
                participant.getPeriod().getStart(),
                participant.getPeriod().getEnd());
    }

    private static String id(Reference reference) {
        return reference.getReferenceElement().toUnqualifiedVersionless().getValue();
    }

    /** Is it as it was, or has it ended since? */
    public boolean continues(Contact former) {
        return equals(former)
                || equals(new Contact(former.roles, former.member, former.onBehalfOf, former.start, end))
                        && former.end == null;
    }
}
