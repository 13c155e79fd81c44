package se.samspar.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Indicator;
import se.samspar.store.StoredRecord;

/**
 * What counts of a coordinated individual plan (SIP): that a unit has made it (OVP-17). Whoever writes in it later is its
 * author, so its first version is asked.
 */
final class CoordinatedPlanFacts implements FactSource {

    private final StoredRecord record;

    CoordinatedPlanFacts(StoredRecord record) {
        this.record = record;
    }

    @Override
    public String type() {
        return "CarePlan";
    }

    @Override
    public Stream<String> of(Resource resource) {
        return CarePlans.is(resource, CarePlanType.COORDINATED_PLAN)
                ? Stream.of(ResourcePath.of(resource))
                : Stream.empty();
    }

    @Override
    public List<Fact> facts(String source) {
        return record.withReferrers(source).stream()
                .filter(plan -> CarePlans.is(plan, CarePlanType.COORDINATED_PLAN))
                .map(CarePlan.class::cast)
                .flatMap(plan -> record.asOf(source, Instant.EPOCH).stream() // as it was first
                        .flatMap(first -> facts(source, (CarePlan) first, plan).stream()))
                .toList();
    }

    private List<Fact> facts(String source, CarePlan first, CarePlan last) {
        if (last.getStatus() == CarePlanStatus.ENTEREDINERROR || !FactMaker.isUnit(first.getAuthor())) {
            return List.of();
        }
        Instant made = first.getCreated().toInstant();
        Person person = Person.of(first.getSubject(), made, record);
        return List.of(FactMaker.of(source, Optional.of(first.getSubject()), person, CarePlans.parties(last))
                .count(Indicator.SIPS, made, first.getAuthor(), Optional.empty()));
    }
}
