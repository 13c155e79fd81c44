package se.samspar.track.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.fhir.Same;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.RequestVersionReason;

/** What of a request its requester writes, what of that is fixed once sent, and its version in the national sense. */
public final class RequestContent {

    /** What the national referral contract keeps from being supplemented, and the link to where a request comes from. */
    private static final Map<String, Function<ServiceRequest, List<? extends Base>>> FIXED = new LinkedHashMap<>();

    static {
        FIXED.put("identifier", ServiceRequest::getIdentifier);
        FIXED.put("category", ServiceRequest::getCategory);
        FIXED.put("authoredOn", request -> List.of(request.getAuthoredOnElement()));
        FIXED.put("requester", request -> List.of(request.getRequester()));
        FIXED.put("performer", ServiceRequest::getPerformer);
        FIXED.put("subject", request -> List.of(request.getSubject()));
        FIXED.put("basedOn", ServiceRequest::getBasedOn);
        FIXED.put("replaces", ServiceRequest::getReplaces);
    }

    /** What the server keeps on a request: its version, its way from unit to unit, and what it turned into. */
    private static final Set<String> SERVER_SET =
            Set.of(Extensions.REQUEST_VERSION, Extensions.INTERMEDIARY, Extensions.CONVERTED_TO);

    private RequestContent() {}

    /** Has anything that the requester writes changed? */
    public static boolean differs(ServiceRequest before, ServiceRequest after) {
        return !content(before).equalsDeep(content(after));
    }

    private static ServiceRequest content(ServiceRequest request) {
        ServiceRequest content = Same.content(request);
        content.setStatus(null);
        content.getExtension()
                .removeIf(extension -> SERVER_SET.contains(extension.getUrl())
                        || Extensions.RULE_JUSTIFICATION.equals(extension.getUrl()));
        return content;
    }

    /** Names of the elements that may not change but did. */
    public static List<String> changedFixedElements(ServiceRequest before, ServiceRequest after) {
        return FIXED.keySet().stream()
                .filter(name -> !Base.compareDeep(
                        FIXED.get(name).apply(before), FIXED.get(name).apply(after), true))
                .toList();
    }

    /** The extension that says the version; empty when there is none. */
    public static Optional<Extension> version(ServiceRequest request) {
        return Optional.ofNullable(request.getExtensionByUrl(Extensions.REQUEST_VERSION));
    }

    /** Does the request say anything of what the server keeps on it that was not there? */
    public static boolean serverSetDiffers(ServiceRequest before, ServiceRequest after) {
        return after.getExtension().stream()
                .filter(extension -> SERVER_SET.contains(extension.getUrl()))
                .anyMatch(sent -> before.getExtension().stream().noneMatch(sent::equalsDeep));
    }

    static int versionNumber(ServiceRequest request) {
        return version(request)
                .map(version -> version.getExtensionByUrl("number"))
                .map(Extension::getValue)
                .filter(PositiveIntType.class::isInstance)
                .map(number -> ((PositiveIntType) number).getValue())
                .orElse(0);
    }

    /** Makes it the first version. */
    public static void startVersions(ServiceRequest request) {
        setVersion(request, 1, RequestVersionReason.NR);
    }

    /** Makes it the version after another. */
    public static void nextVersion(ServiceRequest request, ServiceRequest before, RequestVersionReason reason) {
        setVersion(request, versionNumber(before) + 1, reason);
    }

    /** Leaves what the server keeps on a request as it was. */
    public static void keepServerSet(ServiceRequest request, ServiceRequest before) {
        request.getExtension().removeIf(extension -> SERVER_SET.contains(extension.getUrl()));
        before.getExtension().stream()
                .filter(extension -> SERVER_SET.contains(extension.getUrl()))
                .forEach(extension -> request.addExtension(extension.copy()));
    }

    /** Leaves the version as it was. */
    public static void keepVersion(ServiceRequest request, ServiceRequest before) {
        removeVersion(request);
        version(before).ifPresent(version -> request.addExtension(version.copy()));
    }

    private static void setVersion(ServiceRequest request, int number, RequestVersionReason reason) {
        removeVersion(request);
        Extension version = request.addExtension().setUrl(Extensions.REQUEST_VERSION);
        version.addExtension("number", new PositiveIntType(number));
        version.addExtension("reason", new CodeType(reason.code()));
    }

    private static void removeVersion(ServiceRequest request) {
        request.getExtension().removeIf(extension -> Extensions.REQUEST_VERSION.equals(extension.getUrl()));
    }
}
