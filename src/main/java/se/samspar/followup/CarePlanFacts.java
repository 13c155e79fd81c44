package se.samspar.followup;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.store.StoredRecord;

/** What counts of one sort of CarePlan, which follows from the plan itself. */
abstract class CarePlanFacts implements FactSource {

    final StoredRecord record;
    private final CarePlanType sort;

    CarePlanFacts(StoredRecord record, CarePlanType sort) {
        this.record = record;
        this.sort = sort;
    }

    /** What counts of a plan of this sort. */
    abstract Stream<Fact> facts(String source, CarePlan plan);

    @Override
    public final String type() {
        return "CarePlan";
    }

    @Override
    public final Stream<String> of(Resource resource) {
        return CarePlans.is(resource, sort) ? Stream.of(ResourcePath.of(resource)) : Stream.empty();
    }

    @Override
    public final List<Fact> facts(String source) {
        return record.withReferrers(source).stream()
                .filter(plan -> CarePlans.is(plan, sort))
                .flatMap(plan -> facts(source, (CarePlan) plan))
                .toList();
    }
}
