package se.samspar.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samspar.fhir.ResourcePath;

/** Everything written, found and justified in the current database transaction. */
final class UnitOfWork implements TransactionSynchronization {

    private final Call call;
    private final Gate gate;
    private final Instant now;
    private final Map<String, Write> writes = new LinkedHashMap<>();
    private final List<Judged> judged = new ArrayList<>();
    private final Map<String, List<Justification>> justifications = new HashMap<>();
    private final Map<String, Set<String>> labelsBefore = new HashMap<>();
    private final Set<String> derived = new HashSet<>();

    private boolean complete;

    private UnitOfWork(Call call, Gate gate, Clock clock) {
        this.call = call;
        this.gate = gate;
        this.now = clock.instant();
    }

    /** The unit of work of the current transaction, begun for this call when there is none yet. */
    static UnitOfWork currentOr(Call call, Gate gate, Clock clock) {
        return current().orElseGet(() -> {
            UnitOfWork begun = new UnitOfWork(call, gate, clock);
            TransactionSynchronizationManager.registerSynchronization(begun);
            return begun;
        });
    }

    static Optional<UnitOfWork> current() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(UnitOfWork.class::isInstance)
                .map(UnitOfWork.class::cast)
                .findAny();
    }

    Call call() {
        return call;
    }

    Instant now() {
        return now;
    }

    void written(Optional<Resource> previous, Resource resource, boolean byClient) {
        String id = ResourcePath.of(resource);
        Write known = writes.get(id);
        if (known == null) {
            writes.put(id, new Write(previous, resource, byClient));
        } else {
            known.rewritten(resource);
        }
    }

    Optional<Write> write(Resource resource) {
        return Optional.ofNullable(writes.get(ResourcePath.of(resource)));
    }

    Optional<Resource> latest(String typeAndId) {
        return Optional.ofNullable(writes.get(typeAndId)).map(Write::resource);
    }

    /** A copy, since what follows from a write may write more. */
    List<Write> writes() {
        return List.copyOf(writes.values());
    }

    boolean isCreated(Resource resource) {
        return write(resource).filter(write -> write.previous().isEmpty()).isPresent();
    }

    /** Is it the first time in this transaction that it is derived who sees the resource? */
    boolean derivesFirst(Resource resource) {
        return derived.add(ResourcePath.of(resource));
    }

    /** Notes which units saw a resource before this transaction opens it to more of them. */
    void rememberLabels(Resource resource, Set<String> units) {
        labelsBefore.putIfAbsent(ResourcePath.of(resource), units);
    }

    /** The units that saw it before; empty when this transaction opens it to nobody. */
    Optional<Set<String>> rememberedLabels(Resource resource) {
        return Optional.ofNullable(labelsBefore.get(ResourcePath.of(resource)));
    }

    void judge(Resource resource, Stream<Judgement> judgements) {
        judgements.map(judgement -> new Judged(resource, judgement)).forEach(judged::add);
    }

    /** What was found so far, and on what; the same finding on two resources stands here twice. */
    List<Judged> judged() {
        return List.copyOf(judged);
    }

    /** What was found so far, each finding once. */
    List<Judgement> judgements() {
        return judged.stream().map(Judged::judgement).distinct().toList();
    }

    void justify(Resource resource, List<Justification> reasons) {
        justifications
                .computeIfAbsent(ResourcePath.of(resource), none -> new ArrayList<>())
                .addAll(reasons);
    }

    /** The justifications for a resource: by plain REST those that stand on it, in an operation all that were sent. */
    Stream<Justification> justifications(Resource resource) {
        return call.operation().isPresent()
                ? justifications.values().stream().flatMap(List::stream)
                : justifications.getOrDefault(ResourcePath.of(resource), List.of()).stream();
    }

    /** A judgement and the resource it is about. */
    record Judged(Resource resource, Judgement judgement) {}

    /** Has the transaction come to its end? */
    boolean isComplete() {
        return complete;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        complete = true;
        gate.beforeCommit(this);
    }
}
