package se.samspar.security;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.util.DateUtils;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Refuses more than is taken, and values that would fail first in the depths or in the database, where nobody knows whose fault it is. */
@Component
class PlainParameters {

    /** The character that PostgreSQL does not store. */
    static final char NUL = '\0';

    private static final List<String> NUMBERS =
            List.of(Constants.PARAM_COUNT, Constants.PARAM_OFFSET, Constants.PARAM_PAGINGOFFSET);

    /** HAPI's bound on what a page includes does not hold for these: they could bring half the record. */
    private static final Set<String> BOUNDLESS = Set.of("_revinclude:iterate", "_revinclude:recurse");

    private final SearchLimits limits;
    private final ReadableValues values;

    PlainParameters(SearchLimits limits, ReadableValues values) {
        this.limits = limits;
        this.values = values;
    }

    /** Parameters and headers of a request. */
    void check(RequestDetails request) {
        if (request.getOperation() == null || request.getOperation().equals(Constants.PARAM_SEARCH)) {
            checkSearch(request.getResourceName(), request.getParameters());
        } else {
            check(request.getParameters());
        }
        checkSearch(request.getResourceName(), of(request.getHeader(Constants.HEADER_IF_NONE_EXIST)));
        checkVersion(request.getHeader(Constants.HEADER_IF_MATCH));
        checkDate(request.getHeader(Constants.HEADER_IF_MODIFIED_SINCE));
    }

    /** Those of an entry of a Bundle. */
    void check(String type, BundleEntryRequestComponent request) {
        checkSearch(type, of(request.getUrl()));
        checkSearch(type, of(request.getIfNoneExist()));
        checkVersion(request.getIfMatch());
    }

    /** A body that is no form would be passed over, and the search would find more than was asked for. */
    static void checkForm(RequestDetails search) {
        String mediaType = String.valueOf(search.getHeader(Constants.HEADER_CONTENT_TYPE));
        if (search.getRequestType() == RequestTypeEnum.POST
                && !mediaType.toLowerCase(Locale.ROOT).startsWith(Constants.CT_X_FORM_URLENCODED)
                && search.loadRequestContents().length > 0) {
            throw new UnclassifiedServerFailureException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
                    "Send search parameters as " + Constants.CT_X_FORM_URLENCODED + ".");
        }
    }

    private void checkSearch(String type, Map<String, String[]> parameters) {
        check(parameters);
        values.check(type, parameters);
    }

    private void check(Map<String, String[]> parameters) {
        limits.check(parameters);
        if (parameters.keySet().stream().anyMatch(BOUNDLESS::contains)) {
            throw new InvalidRequestException("_revinclude does not iterate here; _include does.");
        }
        parameters.forEach((name, values) -> Arrays.stream(values)
                .filter(Objects::nonNull)
                .filter(value -> (name + value).indexOf(NUL) >= 0 || NUMBERS.contains(name) && value.startsWith("-"))
                .findAny()
                .ifPresent(value -> {
                    throw new InvalidRequestException("A parameter has a negative number or a NUL character.");
                }));
    }

    /** The parameters of a URL, or of a condition that looks like one; null has none. */
    static Map<String, String[]> of(String url) {
        try {
            return UrlUtil.parseQueryString(String.valueOf(url).replaceFirst("^[^?]*\\?", ""));
        } catch (IllegalArgumentException malformed) {
            throw new InvalidRequestException("A parameter has a % that two hexadecimal digits do not follow.");
        }
    }

    /** Refuses an {@code If-Modified-Since} that is no date; null is none. */
    private static void checkDate(String ifModifiedSince) {
        if (ifModifiedSince != null && DateUtils.parseDate(ifModifiedSince) == null) {
            throw new InvalidRequestException("If-Modified-Since names a date as Last-Modified does.");
        }
    }

    /** Refuses an {@code If-Match} that is no version; null is none. */
    private static void checkVersion(String ifMatch) {
        if (ifMatch != null && !ifMatch.matches("(W/)?\"?\\d{1,9}\"?")) {
            throw new InvalidRequestException("If-Match names a version as the ETag of a resource does: W/\"1\".");
        }
    }
}
