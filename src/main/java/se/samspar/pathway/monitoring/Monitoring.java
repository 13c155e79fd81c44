package se.samspar.pathway.monitoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.Parts;
import se.samspar.fhir.Same;
import se.samspar.fhir.generated.Extensions;
import se.samspar.pathway.plan.PathwayPlans;
import se.samspar.rule.RuleContext;

/**
 * A value that an activity of a started pathway asks for.
 *
 * @param unit of measure, by its UCUM code
 * @param responsible the unit that answers for the activity, the first of those that do
 */
public record Monitoring(
        Coding code, String unit, Optional<BigDecimal> low, Optional<BigDecimal> high, Reference responsible) {

    /** The started pathway that a value names; empty when there is none. */
    static Optional<CarePlan> plan(Observation value, RuleContext context) {
        return context.resolve(value.getBasedOnFirstRep(), CarePlan.class).filter(PathwayPlans::is);
    }

    /** All that the plan which a value names asks for of its sort; not by activities that are over. */
    public static Stream<Monitoring> of(Observation value, RuleContext context) {
        return of(value, context, detail -> !CarePlans.isOver(detail));
    }

    /** What the plan asks for of its sort or has asked for, by which one that was sent is corrected. */
    static Stream<Monitoring> ever(Observation value, RuleContext context) {
        return of(value, context, detail -> true);
    }

    /** What is asked for in phases that go on or are ahead, or else in those that have ended. */
    private static Stream<Monitoring> of(
            Observation value, RuleContext context, Predicate<CarePlanActivityDetailComponent> activities) {
        return plan(value, context).stream().flatMap(plan -> {
            List<Monitoring> still = in(plan, activities.and(detail -> !CarePlans.isOfEndedPhase(plan, detail)))
                    .filter(asked -> asked.isOf(value))
                    .toList();
            return still.isEmpty() ? in(plan, activities).filter(asked -> asked.isOf(value)) : still.stream();
        });
    }

    private static Stream<Monitoring> in(CarePlan plan, Predicate<CarePlanActivityDetailComponent> activities) {
        return plan.getActivity().stream()
                .map(CarePlanActivityComponent::getDetail)
                .filter(activities)
                .flatMap(detail -> detail.getExtensionsByUrl(Extensions.MONITORING).stream()
                        .flatMap(extension -> read(extension, detail).stream()));
    }

    private static Optional<Monitoring> read(Extension extension, CarePlanActivityDetailComponent detail) {
        return Parts.of(extension, "code", Coding.class).flatMap(code -> Parts.of(extension, "unit", CodeType.class)
                .map(unit -> new Monitoring(
                        code,
                        unit.getValue(),
                        Parts.of(extension, "low", DecimalType.class).map(DecimalType::getValue),
                        Parts.of(extension, "high", DecimalType.class).map(DecimalType::getValue),
                        detail.getPerformerFirstRep())));
    }

    private boolean isOf(Observation value) {
        return value.getCode().getCoding().stream().anyMatch(coding -> Same.isSame(coding, code));
    }

    public boolean isInUnitOf(Observation value) {
        return value.getValue() != null
                && value.hasValueQuantity()
                && unit.equals(value.getValueQuantity().getCode());
    }

    /** On a limit is within. */
    boolean isExceededBy(Observation value) {
        BigDecimal measured = value.getValueQuantity().getValue();
        return low.filter(limit -> measured.compareTo(limit) < 0).isPresent()
                || high.filter(limit -> measured.compareTo(limit) > 0).isPresent();
    }
}
