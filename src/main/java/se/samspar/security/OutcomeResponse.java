package se.samspar.security;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.ServletRequestTracing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Refusals made before a request reaches the FHIR endpoint, in the same form as its own. */
public final class OutcomeResponse {

    private static final Logger log = LoggerFactory.getLogger(OutcomeResponse.class);

    private OutcomeResponse() {}

    public static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            IssueType code,
            String diagnostics)
            throws IOException {
        String id = ServletRequestTracing.getOrGenerateRequestId(request);
        log.info("Request {} refused with status {}", id, status.value());
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(code)
                .setDiagnostics(diagnostics)
                .getDetails()
                .setText(diagnostics);
        response.setStatus(status.value());
        response.setHeader(Constants.HEADER_REQUEST_ID, id);
        EncodingEnum encoding = encoding(request);
        response.setContentType(encoding.getResourceContentTypeNonLegacy() + ";charset=UTF-8");
        response.getOutputStream()
                .write(encoding.newParser(FhirContext.forR4Cached())
                        .encodeResourceToString(outcome)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** What the client asks for by {@code _format} or {@code Accept}, the first of them that FHIR knows; else JSON. */
    private static EncodingEnum encoding(HttpServletRequest request) {
        return Stream.of(request.getParameter(Constants.PARAM_FORMAT), request.getHeader(Constants.HEADER_ACCEPT))
                .filter(Objects::nonNull)
                .flatMap(wanted -> Stream.of(wanted.split(",")))
                .map(wanted -> EncodingEnum.forContentType(wanted.split(";")[0].trim()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(EncodingEnum.JSON);
    }
}
