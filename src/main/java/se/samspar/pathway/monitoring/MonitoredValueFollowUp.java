package se.samspar.pathway.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;

/**
 * A value outside the limits, as they are when it comes, goes into the inbox of each unit that answers for an activity whose
 * limits they are: once, unless it is corrected to another outside them after the unit has seen it. One that turns out to be within the
 * limits, or a mistake, leaves the inbox.
 */
@Component
class MonitoredValueFollowUp implements Consequence<Observation> {

    private final ValueTasks tasks;

    MonitoredValueFollowUp(ValueTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void follow(Observation value, RuleContext context) {
        if (MonitoredValues.isMistake(value)) {
            tasks.cancel(value, "Mätvärdet var felaktigt inskickat.");
            return;
        }
        Optional<Observation> before = context.previous(value);
        if (before.filter(known -> MonitoredValues.isSame(known, value)).isPresent()) {
            return; // limits that have changed since are no news of this value
        }
        Stream<Monitoring> limits =
                before.isPresent() ? Monitoring.ever(value, context) : Monitoring.of(value, context);
        List<Monitoring> asked =
                limits.filter(monitoring -> monitoring.isInUnitOf(value)).toList();
        Map<String, Reference> outside = asked.stream()
                .filter(monitoring -> monitoring.isExceededBy(value))
                .map(Monitoring::responsible)
                .collect(Collectors.toMap(ResourcePath::of, Function.identity(), (one, same) -> one));
        outside.values().stream()
                .filter(unit -> before.isEmpty() || !tasks.hasOpen(value, unit))
                .forEach(unit -> tasks.open(value, unit));
        if (before.isPresent() && !asked.isEmpty()) {
            tasks.cancel(
                    value,
                    owner -> !outside.containsKey(ResourcePath.of(owner)),
                    "Mätvärdet rättades till ett inom gränserna.");
        }
    }
}
