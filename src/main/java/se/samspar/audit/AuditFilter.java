package se.samspar.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samspar.security.OutcomeResponse;
import se.samspar.security.TypeAccess;
import se.samspar.store.RecordSubjects;

/**
 * Around everything under {@code /fhir}, the checks of tokens included: an answer leaves when it has been logged. Open
 * definitions, which are about nobody, are not.
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);
    private static final Set<String> OPEN = Set.of("metadata", ".well-known", "package.tgz");
    private static final String RETRY_SECONDS = "5";

    private final AccessLog accesses;
    private final RecordSubjects subjects;

    AuditFilter(AccessLog accesses, RecordSubjects subjects) {
        this.accesses = accesses;
        this.subjects = subjects;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String first = Interaction.path(request).split("/", 2)[0];
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads && (OPEN.contains(first) || TypeAccess.isConformance(first));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Trace trace = Trace.begin(request);
        AuditedResponse audited = new AuditedResponse(response, status -> record(trace, status));
        try {
            chain.doFilter(request, audited);
            audited.mayLeave(audited.getStatus());
        } catch (IOException | ServletException | RuntimeException failure) {
            audited.mayLeave(HttpStatus.INTERNAL_SERVER_ERROR.value());
            throw failure;
        }
        if (audited.isWithheld()) {
            response.reset();
            response.setHeader("Retry-After", RETRY_SECONDS);
            OutcomeResponse.send(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    IssueType.TRANSIENT,
                    "The access log cannot be written, and without it nothing is read or changed. Retry later.");
        }
    }

    private boolean record(Trace trace, int status) {
        try {
            trace.ofAnswer(trace.isLost() ? HttpStatus.SERVICE_UNAVAILABLE.value() : status, subjects)
                    .ifPresent(accesses::add);
            return !trace.isLost();
        } catch (RuntimeException failure) {
            log.error("The access log cannot be written", failure);
            return false;
        }
    }
}
