package se.samspar.outpatient.record;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.CarePlans;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;
import se.samspar.store.Records;

/** Whoever sees a case sees its team. */
@Component
class CaseTeamParticipation implements Participation<CareTeam> {

    private final CaseReaders readers;

    CaseTeamParticipation(CaseReaders readers) {
        this.readers = readers;
    }

    @Override
    public Stream<Reference> units(CareTeam team, RuleContext context) {
        return Stream.concat(
                Stream.of(team.getManagingOrganizationFirstRep()),
                CaseTeams.cases(team, context).flatMap(aCase -> readers.of(aCase, Records.of(context))));
    }

    /** Every party appoints its own contacts. */
    @Override
    public Stream<Reference> writers(CareTeam team, RuleContext context) {
        return Stream.concat(
                Stream.of(team.getManagingOrganizationFirstRep()),
                CaseTeams.cases(team, context).flatMap(CarePlans::parties));
    }

    @Override
    public Stream<Reference> patients(CareTeam team) {
        return Stream.of(team.getSubject());
    }

    /** The relatives in it. */
    @Override
    public Stream<Reference> background(CareTeam team) {
        return team.getParticipant().stream()
                .map(CareTeam.CareTeamParticipantComponent::getMember)
                .filter(RelatedPersonParticipation::isRelative);
    }
}
