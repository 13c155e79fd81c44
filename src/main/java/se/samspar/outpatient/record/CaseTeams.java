package se.samspar.outpatient.record;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.rule.RuleContext;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;

/** Whose case a team is of, and for which units its members are in it. */
public final class CaseTeams {

    private CaseTeams() {}

    public static Stream<CarePlan> cases(CareTeam team, RuleContext context) {
        return context
                .search(
                        CarePlan.class,
                        "care-team=CareTeam/" + team.getIdElement().getIdPart())
                .stream()
                .filter(plan -> CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE));
    }

    /** The units of its members; the person and relatives have none. */
    public static List<Reference> units(CareTeam team, Records records) {
        return team.getParticipant().stream()
                .flatMap(participant -> UnitOf.actor(participant.getMember(), records).stream())
                .toList();
    }
}
