package se.samspar.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;

/**
 * The beans of a kind that take resources of a type, in their order. Looked up when a type is first met: they may need
 * the store, which needs whoever asks here.
 *
 * @param <T> the kind: an interface whose first type parameter is the resource type
 */
final class ByType<T> {

    private final Class<?> kind;
    private final ObjectProvider<T> candidates;
    private final Map<Class<?>, List<T>> found = new ConcurrentHashMap<>();

    ByType(Class<?> kind, ObjectProvider<T> candidates) {
        this.kind = kind;
        this.candidates = candidates;
    }

    /** The resource types that there is a bean for. */
    List<Class<? extends Resource>> types() {
        return candidates
                .orderedStream()
                .<Class<? extends Resource>>map(candidate -> typeOf(candidate).asSubclass(Resource.class))
                .distinct()
                .toList();
    }

    List<T> of(Resource resource) {
        List<T> known = found.get(resource.getClass());
        if (known == null) { // not computed inside the map: creating a bean may lead back here
            known = candidates
                    .orderedStream()
                    .filter(candidate -> typeOf(candidate).isInstance(resource))
                    .toList();
            found.put(resource.getClass(), known);
        }
        return known;
    }

    private Class<?> typeOf(T candidate) {
        return ResolvableType.forClass(kind, candidate.getClass()).getGeneric(0).toClass();
    }
}
