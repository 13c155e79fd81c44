package se.samspar.track.state;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** Which of the two units of a request. */
public enum Side {
    REQUESTER("requesting"),
    RECEIVER("receiving"),
    EITHER("requesting or receiving");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /** The units on this side, from the receiver's work item. */
    public Stream<Reference> unitsOf(Task task) {
        return switch (this) {
            case REQUESTER -> Stream.of(task.getRequester());
            case RECEIVER -> Stream.of(task.getOwner());
            case EITHER -> Stream.of(task.getRequester(), task.getOwner());
        };
    }

    /** For texts: "the … unit". */
    public String word() {
        return word;
    }
}
