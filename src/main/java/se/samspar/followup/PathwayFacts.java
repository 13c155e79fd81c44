package se.samspar.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
                .flatMap(plan -> {
                    String[] pathway = pathway(plan);
                    return WayToTreatment.of(plan, definition(pathway)).stream()
                            .flatMap(way -> facts(maker(source, plan, pathway[0]), plan, way));
                })
                .toList();
    }

    private FactMaker maker(String source, CarePlan plan, String pathway) {
        Person person = Person.of(plan.getSubject(), plan.getPeriod().getStart().toInstant(), record);
        return FactMaker.of(source, Optional.of(plan.getSubject()), person, CarePlans.units(plan))
                .in(Optional.of(pathway));
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

    /** Its url, and the version that the plan follows. */
    private static String[] pathway(CarePlan plan) {
        return plan.getInstantiatesCanonical().get(0).getValue().split("\\|", 2);
    }

    private Optional<PlanDefinition> definition(String... pathway) {
        return record.withUrl("PlanDefinition", pathway[0]).stream()
                .map(PlanDefinition.class::cast)
                .filter(version -> pathway[pathway.length - 1].equals(version.getVersion()))
                .findFirst();
    }
}
