package se.samspar.track;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was planned for a request: supplements that are awaited, meetings, the care commitment. */
@Component
class Plans {

    private final InboxTasks tasks;
    private final Meetings meetings;
    private final CareCommitments commitments;

    Plans(InboxTasks tasks, Meetings meetings, CareCommitments commitments) {
        this.tasks = tasks;
        this.meetings = meetings;
        this.commitments = commitments;
    }

    /** The request ends unanswered. */
    void undo(Step step, Optional<String> reason, String why) {
        tasks.withdrawSupplements(step.task(), why);
        meetings.cancel(step.request(), reason);
        commitments.cancel(step.request());
    }
}
