package se.samspar.outpatient.rule;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.consent.Cases;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.Extensions;
import se.samspar.outpatient.record.Messages;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A unit without access reads nothing here: what it was told, and how and when, is part of the message. */
@RuleInfo(
        code = "manual-delivery-documented",
        severity = Severity.BLOCK,
        requirement = "OVP-12",
        remedy = "Deliver by fax or phone and record how and when.")
final class ManualDeliveryDocumented implements Rule<Communication> {

    private final Directory directory;

    ManualDeliveryDocumented(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(Communication message, RuleContext context) {
        Communication before = context.previous(message).orElseGet(Communication::new);
        if (!Messages.isMessage(message)
                || message.getPayload().size() <= before.getPayload().size()) {
            return Stream.empty();
        }
        return IntStream.range(0, message.getRecipient().size())
                .filter(index -> directory.isManual(message.getRecipient().get(index)))
                .filter(index -> deliveries(message.getRecipient().get(index), message)
                        <= deliveries(message.getRecipient().get(index), before))
                .mapToObj(index -> Finding.at(
                        "Communication.recipient[%d]".formatted(index),
                        "The unit has no access, and it is not recorded how and when it was reached."));
    }

    private static long deliveries(Reference unit, Communication message) {
        return message.getExtensionsByUrl(Extensions.MANUAL_DELIVERY).stream()
                .map(delivery -> delivery.getExtensionByUrl("unit"))
                .filter(named -> named != null
                        && named.getValue() instanceof Reference reference
                        && Cases.isSame(reference, unit))
                .count();
    }
}
