package se.samspar.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.Actor;
import se.samspar.rule.RuleContext;

/** The record as the current transaction sees it, its own writes included. */
final class TransactionContext implements RuleContext {

    private final UnitOfWork work;
    private final ResourceStore store;

    TransactionContext(UnitOfWork work, ResourceStore store) {
        this.work = work;
        this.store = store;
    }

    @Override
    public Actor actor() {
        return work.call().actor();
    }

    @Override
    public Instant now() {
        return work.now();
    }

    @Override
    public Optional<String> operation() {
        return work.call().operation();
    }

    @Override
    public boolean isComplete() {
        return work.isComplete();
    }

    @Override
    public boolean isWrittenByClient(Resource resource) {
        return work.write(resource).map(Write::isByClient).orElse(false);
    }

    @Override
    @SuppressWarnings("unchecked") // a write keeps its type
    public <T extends Resource> Optional<T> previous(T resource) {
        return (Optional<T>) work.write(resource).flatMap(Write::previous);
    }

    @Override
    public <T extends Resource> Optional<T> resolve(Reference reference, Class<T> type) {
        if (reference == null || !reference.hasReference()) {
            return Optional.empty();
        }
        String id = reference.getReferenceElement().toUnqualifiedVersionless().getValue();
        return work.latest(id).filter(type::isInstance).map(type::cast).or(() -> store.find(reference, type));
    }

    @Override
    public <T extends Resource> List<T> search(Class<T> type, String query) {
        return store.searchCreated(type, query)
                .map(ids -> ids.stream()
                        .flatMap(id -> work.latest(id).stream())
                        .map(type::cast)
                        .toList())
                .orElseGet(() -> store.search(type, query));
    }

    @Override
    public void serialize(String key) {
        store.serialize(key);
    }
}
