package se.samspar.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Indicator;
import se.samspar.pathway.WayToTreatment;
import se.samspar.store.StoredRecord;

/**
 * What counts of a started pathway: how soon it came to treatment. What the pathway itself says stays as it is once it has
 * been introduced, so only the plan is watched.
 */
final class PathwayFacts implements FactSource {

    private final StoredRecord record;

    PathwayFacts(StoredRecord record) {
        this.record = record;
    }

    @Override
    public String type() {
        return "CarePlan";
    }

    @Override
    public Stream<String> of(Resource resource) {
        return CarePlans.is(resource, CarePlanType.PATHWAY_PLAN)
                ? Stream.of(ResourcePath.of(resource))
                : Stream.empty();
    }

    @Override
    public List<Fact> facts(String source) {
        return record.withReferrers(source).stream()
                .filter(plan -> CarePlans.is(plan, CarePlanType.PATHWAY_PLAN))
                .map(CarePlan.class::cast)
                .filter(plan -> plan.getStatus() != CarePlanStatus.ENTEREDINERROR)
                .flatMap(plan -> WayToTreatment.of(plan, pathway(plan)).stream()
                        .flatMap(way -> facts(maker(source, plan), plan, way)))
                .toList();
    }

    private FactMaker maker(String source, CarePlan plan) {
        Person person = Person.of(plan.getSubject(), plan.getPeriod().getStart().toInstant(), record);
        return FactMaker.of(source, Optional.of(plan.getSubject()), person, CarePlans.units(plan))
                .in(Optional.of(StringUtils.substringBefore(canonical(plan), "|")));
    }

    private static Stream<Fact> facts(FactMaker maker, CarePlan plan, WayToTreatment way) {
        List<Fact> facts = new ArrayList<>();
        way.treated()
                .ifPresent(treated ->
                        facts.add(maker.time(Indicator.TIME_TO_TREATMENT, way.from(), treated, plan.getAuthor())));
        way.dueBy().filter(way::awaits).ifPresent(due -> facts.add(share(maker, plan, way, due)));
        return facts.stream();
    }

    private static Fact share(FactMaker maker, CarePlan plan, WayToTreatment way, Instant due) {
        boolean isKept = way.treated().filter(treated -> !treated.isAfter(due)).isPresent();
        return maker.share(Indicator.LEAD_TIMES_KEPT, due, plan.getAuthor(), isKept);
    }

    /** The pathway in the version that the plan follows. */
    private Optional<PlanDefinition> pathway(CarePlan plan) {
        return record.withUrl("PlanDefinition", StringUtils.substringBefore(canonical(plan), "|")).stream()
                .map(PlanDefinition.class::cast)
                .filter(pathway ->
                        StringUtils.substringAfter(canonical(plan), "|").equals(pathway.getVersion()))
                .findFirst();
    }

    private static String canonical(CarePlan plan) {
        return plan.getInstantiatesCanonical().get(0).getValue();
    }
}
