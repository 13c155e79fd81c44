package se.samspar.demo.year;

import java.time.Instant;

/**
 * A course before anything of it has happened.
 *
 * @param seed of all that is decided in it
 */
record PlannedCourse(CourseKind kind, Instant start, Resident patient, long seed) {}
