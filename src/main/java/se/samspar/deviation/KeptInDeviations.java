package se.samspar.deviation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.springframework.stereotype.Component;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.ServerKept;

/** Who answered a deviation and when is written by the server. */
@Component
class KeptInDeviations implements ServerKept<AdverseEvent> {

    @Override
    public Stream<Finding> claimed(AdverseEvent deviation, RuleContext context) {
        boolean isNew = context.isWrittenByClient(deviation)
                && context.previous(deviation).isEmpty();
        return isNew && Deviations.answer(deviation).isPresent()
                ? Stream.of(Finding.at("AdverseEvent.extension", "A deviation is answered by AdverseEvent/$answer."))
                : Stream.empty();
    }
}
