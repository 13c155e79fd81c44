package se.samspar.track;

import java.time.Instant;

/**
 * A work item was not dealt with in time (TRK-9). Published in the transaction that notes it, once for each deadline.
 *
 * @param taskId id of the work item
 * @param requestId id of its request, or of what else it is about
 * @param due when it was due
 */
public record DeadlinePassed(String taskId, String requestId, Instant due) {}
