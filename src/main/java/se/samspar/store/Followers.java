package se.samspar.store;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;

/** Calls the preparations and consequences of a resource's type. */
@Component
class Followers {

    // Looked up at the first write: they may need the store, which needs the gate.
    private final ObjectProvider<Preparation<?>> preparations;
    private final ObjectProvider<Consequence<?>> consequences;
    private final AccessLabels labels;

    Followers(
            ObjectProvider<Preparation<?>> preparations,
            ObjectProvider<Consequence<?>> consequences,
            AccessLabels labels) {
        this.preparations = preparations;
        this.consequences = consequences;
        this.labels = labels;
    }

    void prepare(Resource resource, RuleContext context) {
        of(preparations, Preparation.class, resource).forEach(preparation -> prepare(preparation, resource, context));
        labels.set(resource, context);
    }

    void follow(Resource resource, RuleContext context) {
        labels.complete(resource, context);
        of(consequences, Consequence.class, resource).forEach(consequence -> follow(consequence, resource, context));
    }

    private static <T> List<T> of(ObjectProvider<T> candidates, Class<?> kind, Resource resource) {
        return candidates
                .orderedStream()
                .filter(candidate -> ResolvableType.forClass(kind, candidate.getClass())
                        .getGeneric(0)
                        .toClass()
                        .isInstance(resource))
                .toList();
    }

    @SuppressWarnings("unchecked") // filtered by the type it takes
    private static <R extends Resource> void prepare(Preparation<?> preparation, R resource, RuleContext context) {
        ((Preparation<R>) preparation).prepare(resource, context);
    }

    @SuppressWarnings("unchecked") // filtered by the type it takes
    private static <R extends Resource> void follow(Consequence<?> consequence, R resource, RuleContext context) {
        ((Consequence<R>) consequence).follow(resource, context);
    }
}
