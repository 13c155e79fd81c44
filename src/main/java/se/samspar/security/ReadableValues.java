package se.samspar.security;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Refuses values that are not of their parameter's type where HAPI would take them for a failure of its own and log them,
 * and they may be a patient's: in chains, in entries of a Bundle and in conditions.
 */
@Component
class ReadableValues {

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
            if (!Arrays.stream(values).filter(Objects::nonNull).allMatch(value -> isReadable(type, name, value))) {
                throw new InvalidRequestException(
                        "Parameter " + name + " has a value that cannot be read as its type.");
            }
        });
    }

    private boolean isReadable(String type, String name, String value) {
        if (!fhirContext.getResourceTypes().contains(type)) {
            return true;
        }
        if (name.startsWith(Constants.PARAM_HAS + ":")) {
            String[] reverse = name.split(":", 4);
            return reverse.length < 4 || isReadable(reverse[1], reverse[3], value);
        }
        String[] chain = name.split("\\.", 2);
        if (chain.length == 2) {
            List<String> targets = targets(type, chain[0], chain[1]);
            return targets.isEmpty() || targets.stream().anyMatch(target -> isReadable(target, chain[1], value));
        }
        String search = "%s?%s=%s".formatted(type, UrlUtil.escapeUrlParam(name), UrlUtil.escapeUrlParam(value));
        try {
            matchUrls.translateMatchUrl(search, fhirContext.getResourceDefinition(type));
            return true;
        } catch (DataFormatException | NumberFormatException unreadable) {
            return false;
        } catch (RuntimeException otherFault) {
            return true;
        }
    }

    /** The types that a link of a chain may lead to: of the one it names, or of its parameter's, those that have what follows. */
    private List<String> targets(String type, String link, String next) {
        String[] named = link.split(":", 2);
        Set<String> types = named.length == 2
                ? Set.of(named[1])
                : find(type, link).map(RuntimeSearchParam::getTargets).orElse(Set.of());
        return types.stream()
                .filter(target -> find(target, next.split("[.:]", 2)[0]).isPresent())
                .toList();
    }

    private Optional<RuntimeSearchParam> find(String type, String parameter) {
        return Optional.ofNullable(
                searchParameters.getActiveSearchParam(type, parameter, SearchParamLookupContextEnum.SEARCH));
    }
}
