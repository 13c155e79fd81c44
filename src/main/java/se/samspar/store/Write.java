package se.samspar.store;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** One resource written in the current transaction, in its latest state, with the state before the transaction. */
final class Write {

    private final Optional<Resource> previous;
    private final boolean byClient;
    private Resource resource;
    private boolean settled;

    Write(Optional<Resource> previous, Resource resource, boolean byClient) {
        this.previous = previous;
        this.byClient = byClient;
        this.resource = resource;
    }

    Optional<Resource> previous() {
        return previous;
    }

    /** Did a client write it by plain REST, rather than one of our operations? */
    boolean isByClient() {
        return byClient;
    }

    Resource resource() {
        return resource;
    }

    /** The same resource again, later in the transaction: what follows from it has to be looked at anew. */
    void rewritten(Resource latest) {
        resource = latest;
        settled = false;
    }

    boolean isSettled() {
        return settled;
    }

    void settle() {
        settled = true;
    }
}
