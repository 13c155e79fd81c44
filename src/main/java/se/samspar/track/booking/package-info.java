/**
 * The times of units and what takes them: a slot has one appointment, held by a table of our own under concurrency and
 * on every write path (TRK-9); a conference has the cases that name it (TRK-5).
 */
package se.samspar.track.booking;
