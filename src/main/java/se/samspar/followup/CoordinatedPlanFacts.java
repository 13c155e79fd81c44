package se.samspar.followup;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Indicator;
import se.samspar.store.StoredRecord;

/**
 * What counts of a coordinated individual plan (SIP): that a unit has made it (OVP-17). Whoever writes in it later is its
 * author, so its first version is asked.
 */
final class CoordinatedPlanFacts extends CarePlanFacts {

    CoordinatedPlanFacts(StoredRecord record) {
        super(record, CarePlanType.COORDINATED_PLAN);
    }

    @Override
    Stream<Fact> facts(String source, CarePlan plan) {
        return plan.getStatus() == CarePlanStatus.ENTEREDINERROR
                ? Stream.empty()
                : record.asOf(source, Instant.EPOCH).stream() // as it was first
                        .map(CarePlan.class::cast)
                        .filter(first -> ResourcePath.isOrganization(first.getAuthor()))
                        .map(first -> fact(source, first, plan));
    }

    private Fact fact(String source, CarePlan first, CarePlan last) {
        Instant made = first.getCreated().toInstant();
        Person person = Person.of(first.getSubject(), made, record);
        return FactMaker.of(source, Optional.of(first.getSubject()), person, CarePlans.parties(last))
                .count(Indicator.SIPS, made, first.getAuthor(), Optional.empty());
    }
}
