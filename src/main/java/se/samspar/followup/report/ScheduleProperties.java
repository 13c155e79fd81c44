package se.samspar.followup.report;

import java.time.Period;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.samspar.followup.CalendarPeriod.Length;

/**
 * When indicators are reported unasked (UPP-3).
 *
 * @param periods of which lengths; none makes no reports
 * @param daysAfter how many days after the end of a period it is reported, so that what was late is in it
 * @param catchUp for how long back periods are made up for that were missed
 */
@ConfigurationProperties("samspar.followup.schedule")
record ScheduleProperties(
        @DefaultValue({"MONTH", "TERTIAL", "YEAR"}) Set<Length> periods,
        @DefaultValue("1") int daysAfter,
        @DefaultValue("P1Y") Period catchUp) {}
