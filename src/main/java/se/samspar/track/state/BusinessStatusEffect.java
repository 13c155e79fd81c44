package se.samspar.track.state;

import java.util.Optional;
import java.util.function.UnaryOperator;
import se.samspar.fhir.Code;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.fhir.generated.TriageDecision;

/** What an event does to the national state. */
enum BusinessStatusEffect {
    KEPT(before -> before),
    CLEARED(before -> Optional.empty()),
    /** A work item that is done waits for nothing. */
    NO_LONGER_AWAITING(before -> before.filter(code -> code != TaskBusinessStatus.AWAITING_INFORMATION)),
    AWAITING(before -> Optional.of(TaskBusinessStatus.AWAITING_INFORMATION)),
    ACCEPTED(before -> Optional.of(TriageDecision.ACCEPT)),
    DECLINED(before -> Optional.of(TriageDecision.DECLINE)),
    FORWARDED(before -> Optional.of(TriageDecision.FORWARD)),
    ABORTED(before -> Optional.of(TriageDecision.ABORT)),
    CONVERTED(before -> Optional.of(TaskBusinessStatus.CONVERTED));

    private final UnaryOperator<Optional<Code>> effect;

    BusinessStatusEffect(UnaryOperator<Optional<Code>> effect) {
        this.effect = effect;
    }

    Optional<Code> on(Optional<Code> before) {
        return effect.apply(before);
    }
}
