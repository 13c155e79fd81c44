package se.samspar.store;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.RuleContext;

/** What the record is read through: the store for a use case, the transaction being judged for a rule. */
public interface Records {

    <T extends Resource> Optional<T> find(Reference reference, Class<T> type);

    <T extends Resource> List<T> search(Class<T> type, String query);

    /**
     * Searches what others change only while they hold a key that this transaction has serialized: asked once, until the
     * transaction writes something of the type itself.
     */
    default <T extends Resource> List<T> searchSerialized(Class<T> type, String query) {
        return TransactionMemory.current().serialized(type.getSimpleName(), query, () -> search(type, query));
    }

    static Records of(RuleContext context) {
        return new Records() {
            @Override
            public <T extends Resource> Optional<T> find(Reference reference, Class<T> type) {
                return context.resolve(reference, type);
            }

            @Override
            public <T extends Resource> List<T> search(Class<T> type, String query) {
                return context.search(type, query);
            }
        };
    }

    static Records of(ResourceStore store) {
        return new Records() {
            @Override
            public <T extends Resource> Optional<T> find(Reference reference, Class<T> type) {
                return store.find(reference, type);
            }

            @Override
            public <T extends Resource> List<T> search(Class<T> type, String query) {
                return store.search(type, query);
            }
        };
    }
}
