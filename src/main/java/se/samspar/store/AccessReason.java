package se.samspar.store;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;

/** The header in which an employee says why a record is opened in an emergency. */
public final class AccessReason {

    public static final String HEADER = "X-Access-Reason";

    private static final int LONGEST = 500;

    private AccessReason() {}

    /**
     * The reason that there has to be.
     *
     * @throws InvalidRequestException when there is none that tells anything
     */
    public static String of(List<String> headers) {
        String reason = headers.size() == 1 ? decoded(headers.get(0)).strip() : "";
        if (reason.codePoints().noneMatch(Character::isLetter)
                || reason.length() > LONGEST
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequestException(
                    "Say in words, once, in the header " + HEADER + " why the record is opened, in at most " + LONGEST
                            + " characters; what is not ASCII goes percent-encoded as UTF-8.");
        }
        return reason;
    }

    /** The header as it was meant: percent-encoded UTF-8, UTF-8 as it is, or Latin-1. */
    public static String decoded(String header) {
        try {
            // Tomcat reads the bytes of a header as Latin-1, whatever they were meant to be.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
            return UriUtils.decode(text, StandardCharsets.UTF_8);
        } catch (CharacterCodingException | IllegalArgumentException asItIs) {
            return header;
        }
    }
}
