package se.samspar.directory;

import java.time.Duration;

/**
 * How long a first response may take.
 *
 * @param duration counts days where the calendar is working days
 */
public record ResponseTime(Duration duration, ResponseCalendar calendar) {}
