package se.samspar.security;

import ca.uhn.fhir.util.XmlUtil;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is wrong with a body whatever it says: nested deeper than validation goes, or holding the NUL character, which the
 * database does not store. That it cannot be read is for the reader to say.
 */
@Component
public class BodyShape {

    private static final JsonFactory JSON = new JsonFactory();

    private final int maxDepth;

    public BodyShape(@Value("${samspar.server.max-depth}") int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /** What to tell the client; empty when it is fine. */
    public Optional<String> fault(byte[] body) {
        try {
            return isXml(body) ? faultOfXml(body) : faultOfJson(body);
        } catch (IOException | XMLStreamException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isXml(byte[] body) {
        for (byte next : body) {
            if (next == '<' || next == '{' || next == '[') {
                return next == '<';
            }
        }
        return false;
    }

    private Optional<String> faultOfJson(byte[] body) throws IOException {
        int depth = 0;
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > maxDepth) {
                    return tooDeep();
                }
                if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME)
                        && parser.getText().indexOf(PlainParameters.NUL) >= 0) {
                    return Optional.of("The body holds the character NUL (\\u0000), which cannot be stored.");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfXml(byte[] body) throws XMLStreamException {
        int depth = 0;
        XMLEventReader reader =
                XmlUtil.createXmlReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
        while (reader.hasNext()) {
            var event = reader.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
            if (depth > maxDepth) {
                return tooDeep();
            }
        }
        return Optional.empty();
    }

    private Optional<String> tooDeep() {
        return Optional.of("The body is nested more than " + maxDepth + " deep.");
    }
}
