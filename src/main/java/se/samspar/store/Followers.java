package se.samspar.store;

import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;

/** Calls the preparations and consequences of a resource's type. */
@Component
class Followers {

    private final ByType<Preparation<?>> preparations;
    private final ByType<Consequence<?>> consequences;
    private final AccessKeeper access;

    Followers(
            ObjectProvider<Preparation<?>> preparations,
            ObjectProvider<Consequence<?>> consequences,
            AccessKeeper access) {
        this.preparations = new ByType<>(Preparation.class, preparations);
        this.consequences = new ByType<>(Consequence.class, consequences);
        this.access = access;
    }

    void prepare(Resource resource, RuleContext context) {
        preparations.of(resource).forEach(preparation -> prepare(preparation, resource, context));
        access.label(resource, context);
    }

    void follow(Resource resource, RuleContext context) {
        access.derive(resource, context);
        consequences.of(resource).forEach(consequence -> follow(consequence, resource, context));
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
