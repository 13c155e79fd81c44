package se.samspar.outpatient.record;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPayloadComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePart;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;

/** Tells messages of a case from other communications, and from each other. */
public final class Messages {

    private Messages() {}

    public static boolean isMessage(Resource resource) {
        return resource instanceof Communication message && type(message).isPresent();
    }

    public static Optional<MessageType> type(Communication message) {
        return Stream.of(MessageType.values())
                .filter(type -> message.getCategory().stream().anyMatch(type::isIn))
                .findFirst();
    }

    public static Optional<MessagePurpose> purpose(Communication message) {
        return Stream.of(MessagePurpose.values())
                .filter(purpose -> purpose.isIn(message.getTopic()))
                .findFirst();
    }

    /** What a part of a message is about; empty where it does not say. */
    public static Optional<MessagePart> heading(CommunicationPayloadComponent part) {
        return Optional.ofNullable(part.getExtensionByUrl(Extensions.MESSAGE_PART))
                .map(signed -> signed.getExtensionByUrl("heading"))
                .map(Extension::getValue)
                .flatMap(code -> MessagePart.of(code.primitiveValue()));
    }

    /** {@code Communication/id}. */
    public static String id(Communication message) {
        return "Communication/" + message.getIdElement().getIdPart();
    }
}
