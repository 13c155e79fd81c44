package se.samspar.security;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.util.UrlUtil;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.springframework.util.StringUtils;
import se.samspar.rule.Actor;
import se.samspar.store.AccessLabels;

/**
 * Narrows the conditions of creates and updates to the unit's own label. HAPI keeps the condition of a create for an hour,
 * so that two at once do not both pass; kept without the unit, it would tell and stop the others.
 */
final class Conditions {

    private static final String SECURITY = Constants.PARAM_SECURITY + "=";

    private Conditions() {}

    /** The condition in the header or the URL of a request. */
    static void narrow(Actor actor, RequestDetails request) {
        String type = request.getResourceName();
        if (type == null || TypeAccess.seesAll(actor, type)) {
            return;
        }
        String ifNoneExist = request.getHeader(Constants.HEADER_IF_NONE_EXIST);
        if (StringUtils.hasText(ifNoneExist)) {
            request.setHeaders(Constants.HEADER_IF_NONE_EXIST, List.of(narrowed(actor, type, ifNoneExist)));
        }
        String url = request.getCompleteUrl();
        boolean byUrl = request.getRequestType() != RequestTypeEnum.POST && request.getId() == null;
        if (byUrl && url != null && url.contains("?")) {
            request.setCompleteUrl(narrowed(actor, type, url));
        }
    }

    /** The condition of an entry of a Bundle, which names no id beside it: a client would choose it. */
    static void narrow(Actor actor, String type, BundleEntryComponent entry) {
        boolean byUrl = entry.getRequest().getMethod() != HTTPVerb.GET
                && entry.getRequest().getMethod() != HTTPVerb.HEAD
                && entry.getRequest().getUrl().contains("?");
        if (byUrl && entry.hasResource() && entry.getResource().hasId() && !actor.has(Actor.ADMIN_SCOPE)) {
            throw new InvalidRequestException("A conditional write names no id: leave it out of the resource.");
        }
        if (TypeAccess.seesAll(actor, type)) {
            return;
        }
        if (entry.getRequest().hasIfNoneExist()) {
            String condition = narrowed(actor, type, entry.getRequest().getIfNoneExist());
            // One that begins with a chain HAPI does not take for one, and fails.
            entry.getRequest().setIfNoneExist(condition.contains("?") ? condition : type + "?" + condition);
        }
        if (byUrl) {
            entry.getRequest().setUrl(narrowed(actor, type, entry.getRequest().getUrl()));
        }
    }

    private static String narrowed(Actor actor, String type, String condition) {
        if (condition.contains(SECURITY)) {
            throw new InvalidRequestException("Search parameter " + Constants.PARAM_SECURITY + " is not supported.");
        }
        return condition
                + (condition.endsWith("?") || !condition.contains("=") ? "" : "&")
                + SECURITY
                + AccessLabels.codes(type, actor).stream()
                        .map(code -> UrlUtil.escapeUrlParam(AccessLabels.SYSTEM + "|" + code))
                        .collect(Collectors.joining(","));
    }
}
