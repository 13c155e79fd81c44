package se.samspar.server;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samspar.security.BodyShape;
import se.samspar.security.OutcomeResponse;

/**
 * Refuses a request body that is too large, whatever length it declares, one that is nested too deep, and one that is
 * compressed: a small compressed body can exhaust the memory.
 */
class BodyLimit extends OncePerRequestFilter {

    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final int maxBytes;

    BodyLimit(ServerProperties properties) {
        maxBytes = Math.toIntExact(properties.maxBody().toBytes());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            OutcomeResponse.send(
                    request,
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    IssueType.NOTSUPPORTED,
                    "Send the body uncompressed.");
            return;
        }
        byte[] body = request.getContentLengthLong() > maxBytes
                ? new byte[maxBytes + 1]
                : request.getInputStream().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            OutcomeResponse.send(
                    request,
                    response,
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    IssueType.TOOLONG,
                    "The body is larger than " + maxBytes + " bytes.");
            return;
        }
        Optional<String> fault = BodyShape.fault(body);
        if (isMalformed(request.getQueryString())
                || isForm(request) && isMalformed(new String(body, StandardCharsets.UTF_8))) {
            fault = Optional.of("A parameter has a % that two hexadecimal digits do not follow.");
        }
        if (fault.isPresent()) {
            OutcomeResponse.send(request, response, HttpStatus.BAD_REQUEST, IssueType.STRUCTURE, fault.get());
            return;
        }
        chain.doFilter(body.length == 0 ? new Untyped(request) : new Buffered(request, body), response);
    }

    private static boolean isForm(HttpServletRequest request) {
        return String.valueOf(request.getContentType())
                .toLowerCase(Locale.ROOT)
                .startsWith(Constants.CT_X_FORM_URLENCODED);
    }

    private static boolean isMalformed(String parameters) {
        return parameters != null && BAD_ESCAPE.matcher(parameters).find();
    }

    /** A request without a body has no type of one: clients often send the header all the same. */
    private static final class Untyped extends HttpServletRequestWrapper {

        Untyped(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return null;
        }

        @Override
        public String getHeader(String name) {
            return isContentType(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isContentType(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private static boolean isContentType(String name) {
            return "Content-Type".equalsIgnoreCase(name);
        }
    }

    /** The request with a body that has been read already, so that the container finds no parameters in it. */
    private static final class Buffered extends HttpServletRequestWrapper {

        private final byte[] body;

        Buffered(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return isForm(this)
                    ? UrlUtil.parseQueryStrings(
                            Objects.requireNonNullElse(getQueryString(), ""), new String(body, StandardCharsets.UTF_8))
                    : super.getParameterMap();
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("The body has been read already");
                }
            };
        }
    }
}
