package se.samspar.attachment.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is said to be, and whether its content is that.
 *
 * @param declared one of the accepted types; text with its charset
 */
public record FileType(MediaType declared) {

    private static final String CHARSET = "charset";
    private static final MediaType XHTML = MediaType.application("xhtml+xml");

    private static final Set<MediaType> ACCEPTED = Set.of(
            MediaType.application("pdf"),
            MediaType.image("jpeg"),
            MediaType.image("png"),
            MediaType.image("gif"),
            MediaType.image("bmp"),
            MediaType.TEXT_HTML,
            MediaType.TEXT_PLAIN);

    private static final MimeTypes SIGNATURES = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry TYPES = SIGNATURES.getMediaTypeRegistry();

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    /** The type that a contentType names, text in UTF-8 where it names no charset; empty when none is accepted. */
    public static Optional<FileType> of(String contentType) {
        return Optional.ofNullable(MediaType.parse(contentType))
                .filter(type -> ACCEPTED.contains(type.getBaseType()))
                .map(type ->
                        type.getType().equals("text") && !type.getParameters().containsKey(CHARSET)
                                ? new MediaType(type, StandardCharsets.UTF_8)
                                : type)
                .map(FileType::new);
    }

    /** Is the content of this type, whatever else it may be taken for? */
    public boolean isTypeOf(byte[] content) {
        MediaType found = detect(content);
        if (declared.getBaseType().equals(MediaType.TEXT_HTML)) {
            return (isA(found, MediaType.TEXT_HTML) || isA(found, XHTML)) && isReadable(content);
        }
        if (declared.getBaseType().equals(MediaType.TEXT_PLAIN)) {
            return (found.equals(MediaType.OCTET_STREAM) || isA(found, MediaType.TEXT_PLAIN))
                    && !isMarkup(found)
                    && isReadable(content);
        }
        return isA(found, declared.getBaseType());
    }

    private static MediaType detect(byte[] content) {
        try {
            return SIGNATURES.detect(new ByteArrayInputStream(content), new Metadata());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean isA(MediaType found, MediaType type) {
        return TYPES.isInstanceOf(found, type);
    }

    private static boolean isMarkup(MediaType found) {
        return isA(found, MediaType.TEXT_HTML) || isA(found, XHTML) || isA(found, MediaType.APPLICATION_XML);
    }

    /** Text in the charset that it is said to have, without control characters. */
    private boolean isReadable(byte[] content) {
        try {
            return Charset.forName(declared.getParameters().get(CHARSET))
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(FileType::isControl);
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException unreadable) {
            return false;
        }
    }

    private static boolean isControl(int character) {
        return character < FIRST_PRINTABLE && !Character.isWhitespace(character) || character == DELETE;
    }

    @Override
    public String toString() {
        return declared.toString();
    }
}
