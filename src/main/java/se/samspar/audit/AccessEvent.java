package se.samspar.audit;

import java.time.Instant;

/** A row of the log. */
record AccessEvent(long id, Instant occurred, Access access) {}
