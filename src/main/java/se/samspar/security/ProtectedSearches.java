package se.samspar.security;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.TokenParamModifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.samspar.store.ProtectedIdentity;

/**
 * A search by what a person is called, where the person lives and the like never finds anybody with a protected identity,
 * nor what is about such a person: the answer would tell it. By id and by identifier they are found, by a unit that sees
 * them.
 */
final class ProtectedSearches {

    /** Of all types: these tell nothing of the person. */
    private static final Set<String> PLAIN =
            Set.of("_id", "identifier", Constants.PARAM_LASTUPDATED, "_tag", "_profile", Constants.PARAM_SECURITY);

    /** Types that are people, with what else of each may be asked. */
    private static final Map<String, Set<String>> PEOPLE =
            Map.of("Patient", Set.of(), "RelatedPerson", Set.of("patient", "active"));

    private ProtectedSearches() {}

    static void narrow(SearchParameterMap search, String type) {
        if (asksOfPerson(search, type) || search.values().stream().anyMatch(ProtectedSearches::leadsToPerson)) {
            search.add(
                    Constants.PARAM_SECURITY,
                    new TokenParam(ProtectedIdentity.SYSTEM, ProtectedIdentity.CODE)
                            .setModifier(TokenParamModifier.NOT));
        }
    }

    private static boolean asksOfPerson(SearchParameterMap search, String type) {
        if (!PEOPLE.containsKey(type)) {
            return false;
        }
        Stream<String> sorted = Stream.iterate(search.getSort(), sort -> sort != null, SortSpec::getChain)
                .map(SortSpec::getParamName);
        return Stream.concat(search.keySet().stream(), sorted)
                .anyMatch(name -> name != null
                        && !PLAIN.contains(name)
                        && !PEOPLE.get(type).contains(name));
    }

    /** A chain that may lead to a patient, unless it is by identifier or names the type it leads to. */
    private static boolean leadsToPerson(List<List<IQueryParameterType>> values) {
        return values.stream()
                .flatMap(List::stream)
                .filter(ReferenceParam.class::isInstance)
                .map(ReferenceParam.class::cast)
                .filter(reference ->
                        reference.getChain() != null && !reference.getChain().isBlank())
                .filter(reference ->
                        reference.getResourceType() == null || PEOPLE.containsKey(reference.getResourceType()))
                .anyMatch(reference -> !reference.getChain().split(":")[0].equals("identifier"));
    }
}
