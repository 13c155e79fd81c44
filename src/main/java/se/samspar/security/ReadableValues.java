package se.samspar.security;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Refuses values that are not of their parameter's type where HAPI would take them for a failure of its own and log them,
 * and they may be a patient's: in chains, in entries of a Bundle and in conditions. Refuses numbers that would not fit into
 * the memory, too.
 */
@Component
class ReadableValues {

    /** More than any search parameter's, with the chain that leads to it. */
    private static final int LONGEST_NAME = 250;

    /** HAPI writes such a number out, with a nought for each of its tens. */
    private static final Pattern HUGE = Pattern.compile("(?:^|[,$])[a-z]{0,2}[+-]?[\\d.]+[eE][+-]?\\d{3}");

    private static final Set<RestSearchParameterTypeEnum> NUMBERS = EnumSet.of(
            RestSearchParameterTypeEnum.NUMBER,
            RestSearchParameterTypeEnum.QUANTITY,
            RestSearchParameterTypeEnum.COMPOSITE);

    private final FhirContext fhirContext;
    private final MatchUrlService matchUrls;
    private final ISearchParamRegistry searchParameters;

    ReadableValues(FhirContext fhirContext, MatchUrlService matchUrls, ISearchParamRegistry searchParameters) {
        this.fhirContext = fhirContext;
        this.matchUrls = matchUrls;
        this.searchParameters = searchParameters;
    }

    /** What is unknown, a type or a parameter, is for others to refuse. */
    void check(String type, Map<String, String[]> parameters) {
        parameters.forEach((name, values) -> {
            if (name.length() > LONGEST_NAME) {
                throw new InvalidRequestException(
                        "A parameter has a name of more than " + LONGEST_NAME + " characters.");
            }
            Asked asked = asked(type, name);
            if (!Arrays.stream(values).filter(Objects::nonNull).allMatch(value -> isReadable(asked, value))) {
                throw new InvalidRequestException(
                        "Parameter " + name + " has a value that cannot be read as its type.");
            }
        });
    }

    /** What a value is for: the parameter at the end of a chain, of each type that the chain may lead to. */
    private Asked asked(String type, String name) {
        Set<String> types = Set.of(String.valueOf(type));
        String rest = name;
        while (true) {
            if (rest.startsWith(Constants.PARAM_HAS + ":")) {
                String[] reverse = rest.split(":", 4);
                if (reverse.length < 4) {
                    return new Asked(Set.of(), rest);
                }
                types = Set.of(reverse[1]);
                rest = reverse[3];
            } else if (rest.contains(".")) {
                String[] chain = rest.split("\\.", 2);
                types = targets(types, chain[0]);
                rest = chain[1];
            } else {
                String parameter = rest.split(":", 2)[0];
                return new Asked(
                        types.stream()
                                .filter(known -> find(known, parameter).isPresent())
                                .collect(Collectors.toSet()),
                        rest);
            }
        }
    }

    /** The types that a link leads to: the one that it names, or those of its parameter. */
    private Set<String> targets(Set<String> types, String link) {
        String[] named = link.split(":", 2);
        return named.length == 2
                ? Set.of(named[1])
                : types.stream()
                        .flatMap(type -> find(type, link).stream())
                        .flatMap(parameter -> parameter.getTargets().stream())
                        .collect(Collectors.toSet());
    }

    private Optional<RuntimeSearchParam> find(String type, String parameter) {
        return Optional.ofNullable(
                searchParameters.getActiveSearchParam(type, parameter, SearchParamLookupContextEnum.SEARCH));
    }

    /** By one of the types at least. */
    private boolean isReadable(Asked asked, String value) {
        return asked.types().isEmpty()
                || asked.types().stream().anyMatch(type -> isReadable(type, asked.parameter(), value));
    }

    private boolean isReadable(String type, String parameter, String value) {
        boolean isNumber = find(type, parameter.split(":", 2)[0])
                .filter(known -> NUMBERS.contains(known.getParamType()))
                .isPresent();
        if (isNumber && HUGE.matcher(value).find()) {
            return false;
        }
        String search = "%s?%s=%s".formatted(type, UrlUtil.escapeUrlParam(parameter), UrlUtil.escapeUrlParam(value));
        try {
            matchUrls.translateMatchUrl(search, fhirContext.getResourceDefinition(type));
            return true;
        } catch (DataFormatException | NumberFormatException unreadable) {
            return false;
        } catch (RuntimeException otherFault) {
            return true;
        }
    }

    private record Asked(Set<String> types, String parameter) {}
}
