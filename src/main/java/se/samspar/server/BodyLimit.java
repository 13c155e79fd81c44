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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samspar.security.BodyShape;
import se.samspar.security.OutcomeResponse;

/**
 * Refuses a request body that is too large, whatever length it declares, one that is nested too deep, and one that is
 * compressed: a small compressed body can exhaust the memory. So could many large ones at once: only some are handled at
 * a time.
 */
class BodyLimit extends OncePerRequestFilter {

    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Where files are sent inline; another spelling of such a path has the smaller limit. */
    private static final Pattern WITH_ATTACHMENTS =
            Pattern.compile("/DocumentReference|/ServiceRequest/(\\$submit|[^/]+/\\$(supplement|answer))"
                    + "|/CarePlan/[^/]+/\\$send|/Communication/[^/]+/\\$supplement");

    private static final int WAIT_SECONDS = 2;

    private final int maxBytesElsewhere;
    private final int maxBytesWithAttachments;
    private final Semaphore large;
    private final BodyShape shape;

    BodyLimit(ServerProperties properties, BodyShape shape) {
        this.shape = shape;
        maxBytesElsewhere = Math.toIntExact(properties.maxBody().toBytes());
        maxBytesWithAttachments =
                Math.toIntExact(properties.maxBodyWithAttachments().toBytes());
        large = new Semaphore(properties.largeBodies());
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
        int maxBytes = maxBytes(request);
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
        Optional<String> fault = shape.fault(body);
        if (isMalformed(request.getQueryString())
                || isForm(request) && isMalformed(new String(body, StandardCharsets.UTF_8))) {
            fault = Optional.of("A parameter has a % that two hexadecimal digits do not follow.");
        }
        if (fault.isPresent()) {
            OutcomeResponse.send(request, response, HttpStatus.BAD_REQUEST, IssueType.STRUCTURE, fault.get());
            return;
        }
        if (body.length > maxBytesElsewhere) {
            handleLarge(new Buffered(request, body), response, chain);
        } else {
            chain.doFilter(body.length == 0 ? new Untyped(request) : new Buffered(request, body), response);
        }
    }

    private void handleLarge(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isTurn()) {
            response.setHeader("Retry-After", "5");
            OutcomeResponse.send(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    IssueType.THROTTLED,
                    "Too many large bodies are being handled. Retry later.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            large.release();
        }
    }

    private boolean isTurn() {
        try {
            return large.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int maxBytes(HttpServletRequest request) {
        return WITH_ATTACHMENTS.matcher(String.valueOf(request.getPathInfo())).matches()
                ? maxBytesWithAttachments
                : maxBytesElsewhere;
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
