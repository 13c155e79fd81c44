package se.samspar.store;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.NamingSystem.NamingSystemIdentifierType;
import org.hl7.fhir.r4.model.NamingSystem.NamingSystemUniqueIdComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.UriType;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;

/**
 * Official sources name the same system by different URIs. The record keeps one, the preferred one of the
 * NamingSystem in our FHIR package; every other is taken for it (ALL-2).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // other preparations look for canonical systems
public class CanonicalSystems implements Preparation<Resource> {

    private static final String NAMING_SYSTEMS = "classpath:/package/NamingSystem-*.json";

    private final FhirContext fhirContext;
    private final Map<String, String> canonicalByAlias = new HashMap<>();

    CanonicalSystems(FhirContext fhirContext) throws IOException {
        this.fhirContext = fhirContext;
        for (var file : new PathMatchingResourcePatternResolver().getResources(NAMING_SYSTEMS)) {
            try (InputStream json = file.getInputStream()) {
                add(fhirContext.newJsonParser().parseResource(NamingSystem.class, json));
            }
        }
        if (canonicalByAlias.isEmpty()) {
            throw new IllegalStateException("No NamingSystem with aliases in the FHIR package");
        }
    }

    private void add(NamingSystem system) {
        String canonical = system.getUniqueId().stream()
                .filter(NamingSystemUniqueIdComponent::getPreferred)
                .map(CanonicalSystems::uri)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No preferred URI of " + system.getName()));
        system.getUniqueId().stream()
                .filter(id -> !id.getPreferred())
                .forEach(alias -> canonicalByAlias.put(uri(alias), canonical));
    }

    private static String uri(NamingSystemUniqueIdComponent id) {
        return id.getType() == NamingSystemIdentifierType.OID ? "urn:oid:" + id.getValue() : id.getValue();
    }

    @Override
    public void prepare(Resource resource, RuleContext context) {
        normalise(resource);
    }

    /** Puts the canonical system in place of every alias, wherever in the resource it stands. */
    public void normalise(Resource resource) {
        systems(resource)
                .filter(system -> canonicalByAlias.containsKey(system.getValue()))
                .forEach(system -> system.setValue(canonicalByAlias.get(system.getValue())));
    }

    /** The aliases that the resource uses, in order. */
    public Set<String> aliasesIn(Resource resource) {
        Set<String> aliases = new TreeSet<>();
        systems(resource)
                .map(UriType::getValue)
                .filter(canonicalByAlias::containsKey)
                .forEach(aliases::add);
        return aliases;
    }

    /** The system itself when it is no alias, or none that we know. */
    public String canonical(String system) {
        return canonicalByAlias.getOrDefault(system, system);
    }

    /** A search value {@code system|value} with its canonical system; anything else as it is. */
    public String canonicalToken(String token) {
        int bar = token == null ? -1 : token.indexOf('|');
        return bar < 0 ? token : canonical(token.substring(0, bar)) + token.substring(bar);
    }

    private Stream<UriType> systems(Resource resource) {
        var terser = fhirContext.newTerser();
        return Stream.concat(
                terser.getAllPopulatedChildElementsOfType(resource, Identifier.class).stream()
                        .map(Identifier::getSystemElement),
                terser.getAllPopulatedChildElementsOfType(resource, Coding.class).stream()
                        .map(Coding::getSystemElement));
    }
}
