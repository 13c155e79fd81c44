package se.samspar.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a request asks for, by its method and path: known also of those that are refused before anybody reads them.
 *
 * @param code of FHIR's restful-interaction
 * @param type of the resource; empty for a Bundle, a page and what has none
 * @param target the instance in the path
 */
record Interaction(String code, Optional<String> type, Optional<IdType> target) {

    /** What the server sends unasked; no interaction of FHIR's. */
    static final String EXPORT = "export";

    private static final String UNKNOWN = "unknown";

    /** @param sent the body; null when it was not read */
    static Interaction of(HttpServletRequest request, Resource sent) {
        List<String> path = Stream.of(path(request).split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        String first = path.isEmpty() ? "" : path.get(0);
        Optional<String> type = Optional.of(first).filter(name -> name.matches("[A-Z][A-Za-z]+"));
        Optional<IdType> target = type.filter(
                        name -> path.size() > 1 && path.get(1).matches("[A-Za-z0-9.-]{1,64}"))
                .map(name -> path.size() > 3 && path.get(2).equals("_history")
                        ? new IdType(name, path.get(1), path.get(3))
                        : new IdType(name, path.get(1)));
        return new Interaction(code(request, path, target.isPresent(), sent), type, target);
    }

    /** The path after {@code /fhir}, decoded. */
    static String path(HttpServletRequest request) {
        String whole = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return whole.replaceFirst("^/fhir/?", "");
    }

    private static String code(HttpServletRequest request, List<String> path, boolean instance, Resource sent) {
        if (path.stream().anyMatch(part -> part.startsWith("$"))) {
            return "operation";
        }
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> reading(path, instance);
            case "POST" -> posting(path, sent);
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> "delete";
            default -> UNKNOWN;
        };
    }

    private static String reading(List<String> path, boolean instance) {
        if (path.contains("_history")) {
            return path.size() > 3 ? "vread" : instance ? "history-instance" : "history";
        }
        return instance ? "read" : "search-type";
    }

    private static String posting(List<String> path, Resource sent) {
        if (path.contains("_search")) {
            return "search-type";
        }
        if (path.isEmpty()) {
            return sent instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.BATCH
                    ? "batch"
                    : "transaction";
        }
        return "create";
    }
}
