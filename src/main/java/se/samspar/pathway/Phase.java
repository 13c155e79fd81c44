package se.samspar.pathway;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Type;
import se.samspar.fhir.generated.PathwayPhase;

/**
 * A phase of a pathway.
 *
 * @param expectedDays how long it is expected to last
 * @param leadTime by when it is to begin
 * @param activities what is done in it; the phase as a whole where the pathway names nothing
 */
public record Phase(
        PathwayPhase code, Optional<Integer> expectedDays, Optional<LeadTime> leadTime, List<String> activities) {

    /** It begins at most so many days after an earlier phase began. */
    public record LeadTime(PathwayPhase from, int days) {}

    /** The phases of a pathway, in the order of the chain. */
    public static List<Phase> of(PlanDefinition pathway) {
        return pathway.getAction().stream()
                .flatMap(action -> PathwayPhase.of(action.getId()).map(code -> of(code, action)).stream())
                .toList();
    }

    private static Phase of(PathwayPhase code, PlanDefinitionActionComponent action) {
        Optional<LeadTime> leadTime = action.getRelatedAction().stream()
                .flatMap(related -> days(related.getOffset())
                        .flatMap(days -> PathwayPhase.of(related.getActionId()).map(from -> new LeadTime(from, days)))
                        .stream())
                .findFirst();
        List<String> named = action.getAction().stream()
                .map(PlanDefinitionActionComponent::getTitle)
                .toList();
        return new Phase(code, days(action.getTiming()), leadTime, named.isEmpty() ? whole(code, action) : named);
    }

    private static List<String> whole(PathwayPhase code, PlanDefinitionActionComponent action) {
        return Stream.of(Optional.ofNullable(action.getTitle()).orElse(code.display()))
                .toList();
    }

    private static Optional<Integer> days(Type duration) {
        return Optional.ofNullable(duration)
                .filter(Duration.class::isInstance)
                .map(Duration.class::cast)
                .filter(Duration::hasValue)
                .map(days -> days.getValue().intValue());
    }
}
