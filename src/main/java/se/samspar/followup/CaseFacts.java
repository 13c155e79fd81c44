package se.samspar.followup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.Parts;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Indicator;
import se.samspar.store.StoredRecord;

/** What counts of a case: that it has ended, and why. */
final class CaseFacts implements FactSource {

    private final StoredRecord record;

    CaseFacts(StoredRecord record) {
        this.record = record;
    }

    @Override
    public String type() {
        return "CarePlan";
    }

    @Override
    public Stream<String> of(Resource resource) {
        return CarePlans.is(resource, CarePlanType.OUTPATIENT_CASE)
                ? Stream.of(ResourcePath.of(resource))
                : Stream.empty();
    }

    @Override
    public List<Fact> facts(String source) {
        return record.withReferrers(source).stream()
                .filter(plan -> CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE))
                .map(CarePlan.class::cast)
                .filter(plan -> plan.getStatus() == CarePlanStatus.COMPLETED
                        && plan.getPeriod().hasEnd())
                .map(plan -> fact(source, plan))
                .toList();
    }

    private Fact fact(String source, CarePlan ended) {
        Person person =
                Person.of(ended.getSubject(), ended.getPeriod().getStart().toInstant(), record);
        return FactMaker.of(source, Optional.of(ended.getSubject()), person, CarePlans.parties(ended))
                .count(
                        Indicator.CLOSED_CASES,
                        ended.getPeriod().getEnd().toInstant(),
                        ended.getAuthor(),
                        Optional.ofNullable(ended.getExtensionByUrl(Extensions.CLOSE_REASON))
                                .flatMap(why -> Parts.of(why, "reason", CodeType.class))
                                .map(CodeType::getValue));
    }
}
