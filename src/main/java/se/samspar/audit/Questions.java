package se.samspar.audit;

import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samspar.store.AccessReason;

/** What a client wrote in URL, parameters and headers, as the log can keep it. */
final class Questions {

    /** Enough for any request that a person can mean. */
    private static final int MAX_LENGTH = 8_000;

    private static final int SHORT = 200;

    private static final Pattern PATIENT = Pattern.compile("(?:^|[/,])Patient/([A-Za-z0-9.-]{1,64})");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Set<String> OF_PATIENT = Set.of("patient", "subject", "patient:Patient", "subject:Patient");

    private Questions() {}

    /** Ids of the patients that a search asks about by reference: that nothing was found tells something too. */
    static Set<String> patients(String type, Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .filter(Objects::nonNull)
                        .flatMap(value -> patients(type, parameter.getKey(), value)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> patients(String type, String name, String value) {
        Stream<String> literal = PATIENT.matcher(value).results().map(found -> found.group(1));
        boolean byId = OF_PATIENT.contains(name) || type.equals("Patient") && name.equals("_id");
        return byId ? Stream.concat(literal, Stream.of(value.split(",")).filter(ID.asMatchPredicate())) : literal;
    }

    /** Values of the identifiers by which a search asks about people. */
    static Set<String> identifiers(String type, Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().matches("(patient|subject)(:Patient)?\\.identifier")
                        || type.equals("Patient") && parameter.getKey().equals("identifier"))
                .flatMap(parameter -> Arrays.stream(parameter.getValue()))
                .filter(Objects::nonNull)
                .flatMap(value -> Stream.of(value.split(",")))
                .map(value -> value.substring(value.lastIndexOf('|') + 1).strip())
                .collect(Collectors.toSet());
    }

    /** Method, path and parameters; those of a posted search too. */
    static String line(HttpServletRequest request, Map<String, String[]> parameters) {
        String query = request.getQueryString();
        if (request.getMethod().equals("POST") && Interaction.path(request).endsWith("_search")) {
            query = parameters.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .flatMap(parameter -> Arrays.stream(parameter.getValue())
                            .map(value -> parameter.getKey() + "=" + UrlUtil.escapeUrlParam(value)))
                    .collect(Collectors.joining("&"));
        }
        return plain(request.getMethod() + " " + Interaction.path(request)
                + (query == null || query.isEmpty() ? "" : "?" + query));
    }

    /** Method and path of a request whose token opens nothing: nobody fills the log by what it sends. */
    static String shortLine(HttpServletRequest request) {
        String line = plain(request.getMethod() + " " + Interaction.path(request));
        return line.substring(0, Math.min(line.length(), SHORT));
    }

    /** Why somebody asks, as the header says; null when it says nothing. */
    static String reason(String header) {
        return header == null || header.isBlank() ? null : plain(AccessReason.decoded(header));
    }

    /** Without the character that PostgreSQL does not store, and of a length that cannot fill the disk. */
    static String plain(String text) {
        String stored = text.replace('\0', '\uFFFD');
        return stored.length() > MAX_LENGTH ? stored.substring(0, MAX_LENGTH) + "…" : stored;
    }
}
