package se.samspar.security;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one search may ask for. Each value and each include is a piece of SQL: a thousand of them would occupy the
 * database for minutes.
 *
 * @param pageSize most resources of a page; whoever asks for more gets this many and a link to the next
 * @param results most resources that a search finds, over all its pages
 * @param included most resources that a page includes, however deep the includes iterate
 * @param includes most {@code _include} and {@code _revinclude} of a search
 * @param iterations most of them that iterate
 * @param parameters most parameters of a request, each time that one is given counted
 * @param values most values of one parameter, separated by commas
 * @param timeout how long the database may take for one query of a search
 */
@ConfigurationProperties("samspar.search")
public record SearchLimits(
        int pageSize,
        int results,
        int included,
        int includes,
        int iterations,
        int parameters,
        int values,
        Duration timeout) {

    void check(Map<String, String[]> asked) {
        long given = asked.values().stream().mapToLong(values -> values.length).sum();
        require(given, parameters, "parameters in one request");
        require(count(asked, ""), includes, "_include and _revinclude in one search");
        require(count(asked, ":iterate") + count(asked, ":recurse"), iterations, "_include that iterate in one search");
        asked.values().stream()
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .forEach(value -> require(value.split(",", -1).length, values, "values in one parameter"));
    }

    private static long count(Map<String, String[]> asked, String modifier) {
        return asked.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith(Constants.PARAM_INCLUDE)
                        || parameter.getKey().startsWith(Constants.PARAM_REVINCLUDE))
                .filter(parameter -> parameter.getKey().endsWith(modifier))
                .mapToLong(parameter -> parameter.getValue().length)
                .sum();
    }

    private static void require(long count, int most, String what) {
        if (count > most) {
            throw new InvalidRequestException(
                    "At most " + most + " " + what + " are taken here, and these are " + count + ".");
        }
    }
}
