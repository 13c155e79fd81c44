package se.samspar.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * What went wrong inside is logged under the request's id and told to nobody: an answer carries neither stack traces nor
 * text of the database.
 */
@Component
@Interceptor
class ErrorInterceptor {

    private static final Logger log = LoggerFactory.getLogger(ErrorInterceptor.class);
    private static final String FAILED = "Something failed on the server; its log has it under request id %s.";
    private static final String CONFLICT = "Someone else changed the same data meanwhile. Read it again and retry.";
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final PlainWords words;

    ErrorInterceptor(PlainWords words) {
        this.words = words;
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException translate(RequestDetails request, Throwable failure) {
        return words.in(refusal(request, failure), request != null && request.getOperation() != null);
    }

    private static BaseServerResponseException refusal(RequestDetails request, Throwable failure) {
        if (failure instanceof ResourceNotFoundException) {
            // One text for all: what is not there and what is not yours look the same.
            return new ResourceNotFoundException("There is no such resource, or it is not your unit's to see.");
        }
        if (failure instanceof ResourceVersionConflictException
                || ExceptionUtils.indexOfType(failure, ConcurrencyFailureException.class) >= 0
                || ExceptionUtils.indexOfType(failure, DuplicateKeyException.class) >= 0) {
            return namesVersion(request)
                    ? new PreconditionFailedException("The resource has changed: If-Match does not name its current"
                            + " version. Read it again and retry.")
                    : new ResourceVersionConflictException(CONFLICT);
        }
        if (failure instanceof BaseServerResponseException known
                && known.getStatusCode() < SERVER_ERROR
                && ExceptionUtils.indexOfType(failure, SQLException.class) < 0) {
            return known; // said as it is
        }
        if (failure instanceof DataFormatException) {
            return new InvalidRequestException(
                    parameter(request, failure) + " has a value that cannot be read as its type.");
        }
        return hidden(request, failure);
    }

    /** Did the client say which version it means to change? An operation looks at that itself. */
    private static boolean namesVersion(RequestDetails request) {
        if (request == null || request.getOperation() != null) {
            return false;
        }
        return request.getHeader(Constants.HEADER_IF_MATCH) != null
                || request.getResource() instanceof Bundle bundle
                        && bundle.getEntry().stream()
                                .anyMatch(entry -> entry.getRequest().hasIfMatch());
    }

    /** The name only: the value may be a patient's. */
    private static String parameter(RequestDetails request, Throwable failure) {
        return request.getParameters().entrySet().stream()
                .filter(sent -> Arrays.stream(sent.getValue())
                        .anyMatch(value -> !value.isBlank()
                                && String.valueOf(failure.getMessage()).contains(value)))
                .map(sent -> "Parameter " + sent.getKey())
                .findFirst()
                .orElse("A parameter");
    }

    private static BaseServerResponseException hidden(RequestDetails request, Throwable failure) {
        String id = request == null ? "-" : request.getRequestId();
        if (ExceptionUtils.indexOfType(failure, SQLTransientConnectionException.class) >= 0) {
            log.error("Request {} found no database connection", id, failure);
            UnclassifiedServerFailureException unavailable =
                    new UnclassifiedServerFailureException(UNAVAILABLE, "The database is not available. Retry later.");
            unavailable.addResponseHeader("Retry-After", "5");
            return unavailable;
        }
        log.error("Request {} failed", id, failure);
        return new InternalErrorException(FAILED.formatted(id));
    }

    /** Entries of a batch fail on their own, and never come by the way above. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void translateEntries(RequestDetails request, IBaseResource answer) {
        if (answer instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.BATCHRESPONSE) {
            bundle.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResponse)
                    .forEach(response -> translateEntry(request, response));
        }
    }

    private static void translateEntry(RequestDetails request, Bundle.BundleEntryResponseComponent response) {
        String status = String.valueOf(response.getStatus());
        if (status.startsWith("5")) {
            log.error(
                    "Request {} failed in an entry of its batch; what failed is logged before this",
                    request.getRequestId());
            response.setOutcome(outcome(FAILED.formatted(request.getRequestId())));
        } else if (status.startsWith("409")) {
            response.setOutcome(outcome(CONFLICT));
        }
    }

    private static OperationOutcome outcome(String text) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.PROCESSING)
                .setDiagnostics(text);
        return outcome;
    }
}
