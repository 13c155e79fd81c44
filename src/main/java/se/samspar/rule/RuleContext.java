package se.samspar.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What a rule may know besides the resource. Everything is read within the transaction that is being judged. */
public interface RuleContext {

    /** Who writes. */
    Actor actor();

    /** The instant the transaction is judged at. */
    Instant now();

    /** The operation that runs, without the dollar sign ({@code submit}, {@code triage}); empty for plain REST. */
    Optional<String> operation();

    /**
     * Has everything been written? An operation stops at the first malformed resource, which is judged before what belongs
     * to it is there.
     */
    boolean isComplete();

    /** Did the client write this resource itself, by plain REST, rather than one of our operations? */
    boolean isWrittenByClient(Resource resource);

    /** The resource as it was before the transaction; empty when it is new. */
    <T extends Resource> Optional<T> previous(T resource);

    /** The resource that a literal reference points to, in its final state; empty when there is none of that type. */
    <T extends Resource> Optional<T> resolve(Reference reference, Class<T> type);

    /**
     * Searches with FHIR search parameters, the transaction's own writes included.
     *
     * @param query such as {@code patient=Patient/1&status=active}
     */
    <T extends Resource> List<T> search(Class<T> type, String query);

    /**
     * Makes transactions that name the same key wait for each other until commit, for rules that look first and write
     * then.
     */
    void serialize(String key);
}
