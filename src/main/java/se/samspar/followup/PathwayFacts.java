package se.samspar.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.VersionedUrl;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Indicator;
import se.samspar.pathway.WayToTreatment;
import se.samspar.store.StoredRecord;

/**
 * What counts of a started pathway: how soon it came to treatment. What the pathway itself says stays as it is once it has
 * been introduced, so only the plan is watched.
 */
final class PathwayFacts extends CarePlanFacts {

    PathwayFacts(StoredRecord record) {
        super(record, CarePlanType.PATHWAY_PLAN);
    }

    @Override
    Stream<Fact> facts(String source, CarePlan plan) {
        return plan.getStatus() == CarePlanStatus.ENTEREDINERROR
                ? Stream.empty()
                : VersionedUrl.followedBy(plan).stream()
                        .flatMap(followed -> WayToTreatment.of(plan, pathway(followed)).stream()
                                .flatMap(way -> facts(maker(source, plan, followed), plan, way)));
    }

    private FactMaker maker(String source, CarePlan plan, VersionedUrl followed) {
        Person person = Person.of(plan.getSubject(), plan.getPeriod().getStart().toInstant(), record);
        return FactMaker.of(source, Optional.of(plan.getSubject()), person, CarePlans.units(plan))
                .in(Optional.of(followed.url()));
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

    private Optional<PlanDefinition> pathway(VersionedUrl followed) {
        return record.withUrl("PlanDefinition", followed.url()).stream()
                .map(PlanDefinition.class::cast)
                .filter(pathway -> VersionedUrl.of(pathway).equals(followed))
                .findFirst();
    }
}
