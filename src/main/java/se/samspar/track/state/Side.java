package se.samspar.track.state;

import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** Which of the two units of a request. */
public enum Side {
    REQUESTER("requesting"),
    RECEIVER("receiving");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /** The unit on this side, from the receiver's work item. */
    public Reference unitOf(Task task) {
        return this == REQUESTER ? task.getRequester() : task.getOwner();
    }

    /** For texts: "the … unit". */
    public String word() {
        return word;
    }
}
