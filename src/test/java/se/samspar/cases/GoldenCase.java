package se.samspar.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One golden case: what is sent, and what the server answers. The format is described in {@code cases/README.md}.
 *
 * @param rule code of the rule, the folder's name
 * @param name what the case shows
 * @param given requests before, which have to pass
 * @param sent the request that the case is about
 * @param expected what it is answered
 */
public record GoldenCase(String rule, String name, List<Sent> given, Sent sent, Expected expected) {

    public static final Path FOLDER = Path.of("src/test/resources/cases");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUEST = ".request.json";
    private static final String OUTCOME = ".outcome.json";

    /**
     * One request.
     *
     * @param as slug of the acting unit
     * @param headers as {@code Name: value}
     * @param keep names under which resources of the answer are known to later requests, each with their type
     */
    public record Sent(
            String as, String method, String path, List<String> headers, JsonNode body, Map<String, String> keep) {}

    /**
     * What is answered.
     *
     * @param status the HTTP status
     * @param rules codes of the rules that the answer names, in any order
     */
    public record Expected(int status, List<String> rules) {

        public boolean names(String rule) {
            return rules.contains(rule);
        }
    }

    public static List<GoldenCase> all() {
        try (Stream<Path> files = Files.walk(FOLDER, 2)) {
            return files.filter(file -> file.toString().endsWith(REQUEST))
                    .sorted()
                    .map(GoldenCase::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The cases of one rule. */
    public static List<GoldenCase> of(String rule) {
        return all().stream().filter(golden -> golden.rule().equals(rule)).toList();
    }

    private static GoldenCase read(Path file) {
        try {
            String name = file.getFileName().toString().replace(REQUEST, "");
            JsonNode request = JSON.readTree(file.toFile());
            JsonNode outcome = JSON.readTree(file.resolveSibling(name + OUTCOME).toFile());
            return new GoldenCase(
                    file.getParent().getFileName().toString(),
                    name,
                    Stream.iterate(0, i -> i < request.path("given").size(), i -> i + 1)
                            .map(i -> sent(request.path("given").get(i)))
                            .toList(),
                    sent(request),
                    new Expected(
                            outcome.path("status").asInt(),
                            JSON.convertValue(outcome.path("rules"), new TypeReference<List<String>>() {})));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Golden case " + file, unreadable);
        }
    }

    private static Sent sent(JsonNode json) {
        return new Sent(
                json.path("as").asText(),
                json.path("method").asText("POST"),
                json.path("path").asText(),
                json.has("headers")
                        ? JSON.convertValue(json.get("headers"), new TypeReference<List<String>>() {})
                        : List.of(),
                json.get("body"),
                json.has("keep")
                        ? JSON.convertValue(json.get("keep"), new TypeReference<Map<String, String>>() {})
                        : Map.of());
    }

    @Override
    public String toString() {
        return rule + ": " + name.replace('-', ' ');
    }
}
