package se.samspar.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;

/** What extensions say, of a resource or in one that has parts. */
public final class Parts {

    private Parts() {}

    /** The first part of that name, where it has a value of that type. */
    public static <T extends Type> Optional<T> of(Extension whole, String name, Class<T> type) {
        return first(whole.getExtensionsByUrl(name), type);
    }

    /** The first extension of that url, where it has a value of that type. */
    public static <T extends Type> Optional<T> of(DomainResource whole, String url, Class<T> type) {
        return first(whole.getExtensionsByUrl(url), type);
    }

    private static <T extends Type> Optional<T> first(List<Extension> extensions, Class<T> type) {
        return extensions.stream()
                .map(Extension::getValue)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
