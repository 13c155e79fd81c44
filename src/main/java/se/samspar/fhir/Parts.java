package se.samspar.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;

/** What extensions that have parts say in them. */
public final class Parts {

    private Parts() {}

    /** The first part of that name, where it has a value of that type. */
    public static <T extends Type> Optional<T> of(Extension whole, String name, Class<T> type) {
        return whole.getExtensionsByUrl(name).stream()
                .map(Extension::getValue)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
