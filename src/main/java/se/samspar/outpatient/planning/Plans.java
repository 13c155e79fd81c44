package se.samspar.outpatient.planning;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.store.Records;

/** The plans of a case, without those that were begun by mistake. */
public final class Plans {

    private Plans() {}

    public static List<CarePlan> of(CarePlanType type, CarePlan aCase, Records records) {
        return of(aCase, records).filter(plan -> CarePlans.is(plan, type)).toList();
    }

    /** Of any type. */
    public static Stream<CarePlan> of(CarePlan aCase, Records records) {
        return records
                .search(
                        CarePlan.class,
                        "part-of=CarePlan/" + aCase.getIdElement().getIdPart())
                .stream()
                .filter(plan -> plan.getStatus() != CarePlanStatus.ENTEREDINERROR);
    }
}
