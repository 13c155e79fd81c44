package se.samspar.followup.report;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.samspar.followup.CalendarPeriod;

/** The table {@code periodic_report}: whose reports of which periods have been made. */
@Component
class ReportMarks {

    /** Instead of the id of an organization. */
    static final String REGION = "";

    private final JdbcTemplate jdbc;

    ReportMarks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of several nodes one makes reports at a time, until commit; another passes over its turn. */
    boolean isTurn() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended('periodic reports', 0))", Boolean.class));
    }

    /** Notes that the reports are made by this transaction; false where they have been made already. */
    boolean add(CalendarPeriod period, Optional<String> reporter, Instant now) {
        return jdbc.update(
                        "INSERT INTO periodic_report (period, reporter, made_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        period.name(),
                        reporter.orElse(REGION),
                        Timestamp.from(now))
                == 1;
    }

    /** Whose reports of a period have been made, {@link #REGION} for the region's. */
    Set<String> made(CalendarPeriod period) {
        return new HashSet<>(jdbc.queryForList(
                "SELECT reporter FROM periodic_report WHERE period = ?", String.class, period.name()));
    }
}
