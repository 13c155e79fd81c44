package se.samspar.store;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** Is told of every change in its own transaction, just before it commits: what this fails to keep does not happen. */
public interface ChangeLog {

    /**
     * @param written every resource that the transaction has written, in its final state
     * @param before those of them that were there before the transaction, as they were then
     */
    void changed(List<Resource> written, List<Resource> before);
}
