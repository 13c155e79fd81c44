package se.samspar.server;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The FHIR endpoint.
 *
 * @param packages folder with further FHIR packages (.tgz) to validate against; none when empty
 * @param maxBody largest request body
 * @param maxBodyWithAttachments largest request body where files are sent along; base64 takes a third more than the files
 * @param largeBodies how many bodies over {@code maxBody} are handled at once; each takes some 100 MB of memory
 * @param requestsAtOnce requests that a client may have under way for one unit
 * @param requestsAtOnceWithoutToken requests that an address may have under way without a token
 * @param baseUrl public address without {@code /fhir}; where absent, that of each request
 */
@ConfigurationProperties("samspar.server")
record ServerProperties(
        Path packages,
        @DefaultValue("5MB") DataSize maxBody,
        @DefaultValue("15MB") DataSize maxBodyWithAttachments,
        @DefaultValue("4") int largeBodies,
        @DefaultValue("16") int requestsAtOnce,
        @DefaultValue("16") int requestsAtOnceWithoutToken,
        String baseUrl) {

    /** The public address without a slash at its end. */
    Optional<String> address() {
        return Optional.ofNullable(baseUrl).filter(url -> !url.isBlank()).map(url -> url.replaceFirst("/+$", ""));
    }
}
