package se.samspar.store;

import ca.uhn.fhir.rest.api.server.storage.IResourcePersistentId;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the database need not be asked twice in a transaction: the directory, at which every service and rule looks anew,
 * what nobody else changes meanwhile, and the keys of what the transaction has created, which HAPI remembers from the
 * commit on.
 */
final class TransactionMemory implements TransactionSynchronization {

    private final Map<String, List<? extends Resource>> directory = new HashMap<>();
    private final Map<IIdType, IResourcePersistentId<?>> created = new LinkedHashMap<>();
    private final Map<String, List<? extends Resource>> serialized = new HashMap<>();
    private final Map<String, List<String>> restrictions = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private boolean directoryWritten;
    private boolean serializes;

    private TransactionMemory() {}

    /** The memory of the current transaction; outside of one, an empty one. */
    static TransactionMemory current() {
        TransactionMemory memory =
                (TransactionMemory) TransactionSynchronizationManager.getResource(TransactionMemory.class);
        if (memory == null) {
            memory = new TransactionMemory();
            if (TransactionSynchronizationManager.isSynchronizationActive()) {
                TransactionSynchronizationManager.registerSynchronization(memory);
                memory.resume();
            }
        }
        return memory;
    }

    boolean hasCreated(String type) {
        return created.keySet().stream().anyMatch(id -> id.getResourceType().equals(type));
    }

    /** Ids by keys; empty when one of them was not created in this transaction. */
    Optional<List<String>> idsOf(Collection<? extends IResourcePersistentId> keys) {
        return created.values().containsAll(keys)
                ? Optional.of(created.entrySet().stream()
                        .filter(entry -> keys.contains(entry.getValue()))
                        .map(entry -> entry.getKey().getValue())
                        .toList())
                : Optional.empty();
    }

    /** Reads from the directory unless the same was read before; always copies, which the caller may change. */
    @SuppressWarnings("unchecked") // the same question has the same type of answer
    <T extends Resource> List<T> directory(String question, Supplier<List<T>> read) {
        List<T> known = (List<T>) directory.get(question);
        if (known == null) {
            known = read.get();
            directory.put(question, known);
        }
        List<T> copies = new ArrayList<>();
        known.forEach(resource -> copies.add((T) resource.copy()));
        return copies;
    }

    /** Notes a write: what was read of the directory holds no longer once the transaction writes there. */
    void written(String type) {
        directoryWritten |= AccessLabels.isDirectory(type);
        written.add(type);
    }

    /** Notes that others wait from now on; what was read before may have changed while this transaction waited. */
    void serializes() {
        serializes = true;
        serialized.clear();
    }

    /** Reads what nobody else changes meanwhile, unless the same was read before; not to be changed by the caller. */
    @SuppressWarnings("unchecked") // the same question has the same type of answer
    <T extends Resource> List<T> serialized(String type, String query, Supplier<List<T>> read) {
        if (!serializes || written.contains(type)) {
            return read.get();
        }
        String question = type + "?" + query;
        List<T> known = (List<T>) serialized.get(question);
        if (known == null) {
            known = read.get();
            serialized.put(question, known);
        }
        return known;
    }

    /** What restricts access to a patient's data, which others do not change until the transaction ends. */
    List<String> restrictions(String patient, Supplier<List<String>> read) {
        return restrictions.computeIfAbsent(patient, unknown -> read.get());
    }

    void forgetRestrictions() {
        restrictions.clear();
    }

    boolean isDirectoryWritten() {
        return directoryWritten;
    }

    void remember(IIdType id, IResourcePersistentId<?> key) {
        created.put(id.toUnqualifiedVersionless(), key);
    }

    /** For one write; HAPI resolves references with it. */
    TransactionDetails details() {
        TransactionDetails details = new TransactionDetails();
        created.forEach(details::addResolvedResourceId);
        return details;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(TransactionMemory.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(TransactionMemory.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.class);
    }
}
