package se.samspar.outpatient.rule;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.consent.Cases;
import se.samspar.directory.Directory;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A school, Försäkringskassan or the like takes part because the person wishes it, not because it would be practical. */
@RuleInfo(
        code = "party-wished",
        severity = Severity.BLOCK,
        requirement = "OVP-4",
        remedy = "Ask the person, and say so with wishedByPatient.")
final class PartyWished implements Rule<CarePlan> {

    private final Directory directory;

    PartyWished(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(CarePlan plan, RuleContext context) {
        if (!CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)) {
            return Stream.empty();
        }
        List<Reference> before =
                context.previous(plan).map(CarePlan::getContributor).orElse(List.of());
        List<Reference> parties = plan.getContributor();
        return IntStream.range(0, parties.size())
                .filter(index -> before.stream().noneMatch(known -> Cases.isSame(known, parties.get(index))))
                .filter(index -> directory.isOutside(parties.get(index)) && !isWished(parties.get(index)))
                .mapToObj(index -> Finding.at(
                        "CarePlan.contributor[%d]".formatted(index),
                        "It is not recorded that the person wishes this party in."));
    }

    private static boolean isWished(Reference party) {
        Extension wished = party.getExtensionByUrl(Extensions.WISHED_BY_PATIENT);
        return wished != null && wished.getValue() instanceof BooleanType yes && Boolean.TRUE.equals(yes.getValue());
    }
}
