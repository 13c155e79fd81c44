/**
 * The time that clinic visits take of a patient. A table of our own with an exclusion constraint holds
 * {@code no-overlapping-visits} (DSK-7) under concurrency and on every write path.
 */
package se.samspar.registration.visittime;
