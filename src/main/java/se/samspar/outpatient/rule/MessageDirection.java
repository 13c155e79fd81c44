package se.samspar.outpatient.rule;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.MessageType;
import se.samspar.outpatient.record.Messages;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * A vårdbegäran goes from units further out in the care chain to units further in, an MVO the other way. Two units on the
 * same level have no direction between them, nor has anyone outside the chain.
 */
@RuleInfo(
        code = "message-direction",
        severity = Severity.JUSTIFY,
        requirement = "OVP-7,OVP-8",
        remedy = "Use the message type that fits the direction, or justify the exception.")
final class MessageDirection implements Rule<Communication> {

    /** Whether a type goes inwards (1) or outwards (-1). */
    private static final Map<MessageType, Integer> DIRECTIONS =
            new EnumMap<>(Map.of(MessageType.VARDBEGARAN, 1, MessageType.MVO, -1));

    private final Directory directory;

    MessageDirection(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(Communication message, RuleContext context) {
        Optional<Integer> direction = Messages.type(message).map(DIRECTIONS::get);
        if (direction.isEmpty() || context.previous(message).isPresent()) {
            return Stream.empty();
        }
        Optional<Integer> from = level(message.getSender());
        return IntStream.range(0, message.getRecipient().size())
                .filter(index -> from.isPresent()
                        && level(message.getRecipient().get(index))
                                .filter(to -> Integer.signum(to - from.get()) == -direction.get())
                                .isPresent())
                .mapToObj(index -> Finding.at(
                        "Communication.recipient[%d]".formatted(index),
                        direction.get() > 0
                                ? "A vårdbegäran goes inwards in the care chain, and this receiver is further out."
                                : "An MVO goes outwards in the care chain, and this receiver is further in."));
    }

    private Optional<Integer> level(Reference unit) {
        return directory.organization(unit).flatMap(directory::placeInChain);
    }
}
