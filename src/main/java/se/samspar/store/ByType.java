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
public final class ByType<T> {

    private final Class<?> kind;
    private final ObjectProvider<T> candidates;
    private final Map<Class<?>, List<T>> found = new ConcurrentHashMap<>();

    public ByType(Class<?> kind, ObjectProvider<T> candidates) {
        this.kind = kind;
        this.candidates = candidates;
    }

    public List<T> of(Resource resource) {
        List<T> known = found.get(resource.getClass());
        if (known == null) { // not computed inside the map: creating a bean may lead back here
            known = candidates
                    .orderedStream()
                    .filter(candidate -> ResolvableType.forClass(kind, candidate.getClass())
                            .getGeneric(0)
                            .toClass()
                            .isInstance(resource))
                    .toList();
            found.put(resource.getClass(), known);
        }
        return known;
    }
}
