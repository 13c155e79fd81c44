package se.samspar.followup;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.Parts;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Indicator;
import se.samspar.store.StoredRecord;

/** What counts of a case: that it has ended, and why. */
final class CaseFacts extends CarePlanFacts {

    CaseFacts(StoredRecord record) {
        super(record, CarePlanType.OUTPATIENT_CASE);
    }

    @Override
    Stream<Fact> facts(String source, CarePlan plan) {
        return plan.getStatus() == CarePlanStatus.COMPLETED && plan.getPeriod().hasEnd()
                ? Stream.of(fact(source, plan))
                : Stream.empty();
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
