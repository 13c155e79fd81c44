package se.samspar.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
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
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import se.samspar.security.SearchLimits;

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

    /** How PostgreSQL says that a query was stopped because it took too long. */
    private static final String QUERY_CANCELED = "57014";

    private static final Set<RestOperationTypeEnum> SEARCHES =
            EnumSet.of(RestOperationTypeEnum.SEARCH_TYPE, RestOperationTypeEnum.GET_PAGE);

    private final PlainWords words;
    private final SearchLimits limits;

    ErrorInterceptor(PlainWords words, SearchLimits limits) {
        this.words = words;
        this.limits = limits;
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException translate(RequestDetails request, Throwable failure) {
        return words.in(refusal(request, failure), request != null && request.getOperation() != null);
    }

    private BaseServerResponseException refusal(RequestDetails request, Throwable failure) {
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
        if (failure instanceof DataFormatException || failure instanceof NumberFormatException && isSearch(request)) {
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

    private BaseServerResponseException hidden(RequestDetails request, Throwable failure) {
        String id = request == null ? "-" : request.getRequestId();
        if (tookTooLong(request, failure)) {
            log.warn("Request {} was stopped, as a query of it took longer than {}", id, limits.timeout());
            return unavailable("The search took longer than " + limits.timeout().toSeconds()
                    + " seconds and was stopped. Ask for less, or retry later.");
        }
        if (ExceptionUtils.indexOfType(failure, SQLTransientConnectionException.class) >= 0) {
            log.error("Request {} found no database connection", id, failure);
            return unavailable("The database is not available. Retry later.");
        }
        log.error("Request {} failed", id, failure);
        return new InternalErrorException(FAILED.formatted(id));
    }

    /** Of a search that HAPI runs on a thread of its own only the words come here, in the database's own language. */
    private boolean tookTooLong(RequestDetails request, Throwable failure) {
        if (ExceptionUtils.getThrowableList(failure).stream()
                .anyMatch(cause -> cause instanceof SQLException sql && QUERY_CANCELED.equals(sql.getSQLState()))) {
            return true;
        }
        return isSearch(request)
                && request.getRequestStopwatch().getMillis() >= limits.timeout().toMillis();
    }

    private static boolean isSearch(RequestDetails request) {
        return request != null && SEARCHES.contains(request.getRestOperationType());
    }

    private static BaseServerResponseException unavailable(String text) {
        UnclassifiedServerFailureException unavailable = new UnclassifiedServerFailureException(UNAVAILABLE, text);
        unavailable.addResponseHeader("Retry-After", "5");
        return unavailable;
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
