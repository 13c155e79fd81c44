package se.samspar.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code indicator_fact}. */
final class FactTable {

    private static final String BUT_WHERE =
            "source, indicator, happened, unit, patient, met, minutes, track, specialty, category, age_group, sex, known_to";

    private static final String COLUMNS = BUT_WHERE + ", municipality";

    /** Where people live who have a protected identity now is told to nobody, whenever what is counted was. */
    private static final String TOLD = BUT_WHERE
            + ", CASE WHEN EXISTS (SELECT FROM protected_patient AS person"
            + " WHERE person.patient = 'Patient/' || indicator_fact.patient) THEN NULL ELSE municipality END AS municipality";

    private final JdbcTemplate jdbc;

    FactTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes all who write facts of a source wait for each other until commit: each counts what the one before has written. */
    void lock(String source) {
        jdbc.query("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, "indicators of " + source);
    }

    void remove(String source) {
        jdbc.update("DELETE FROM indicator_fact WHERE source = ?", source);
    }

    void add(List<Fact> facts) {
        jdbc.batchUpdate(
                "INSERT INTO indicator_fact (" + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?)",
                facts.stream().map(FactTable::values).toList());
    }

    private static Object[] values(Fact fact) {
        return new Object[] {
            fact.source(),
            fact.indicator(),
            fact.happened().atOffset(ZoneOffset.UTC),
            fact.unit(),
            fact.patient(),
            fact.met(),
            fact.minutes(),
            fact.track(),
            fact.specialty(),
            fact.category(),
            fact.ageGroup(),
            fact.sex(),
            fact.knownTo().toArray(String[]::new),
            fact.municipality()
        };
    }

    /** The facts of these sources, by source. */
    Map<String, List<Fact>> of(Collection<String> sources) {
        return jdbc
                .query(
                        "SELECT " + COLUMNS + " FROM indicator_fact WHERE source = ANY (?)",
                        statement -> statement.setArray(
                                1, statement.getConnection().createArrayOf("text", sources.toArray())),
                        (row, number) -> fact(row))
                .stream()
                .collect(Collectors.groupingBy(Fact::source));
    }

    /** What counts of an indicator for a unit from then until then, as it is told to the unit. */
    List<Fact> of(String indicator, String unit, Instant from, Instant until) {
        return facts(indicator, "unit = ?", unit, from, until);
    }

    /** What counts of an indicator for whichever unit and that a unit knows of, from then until then. */
    List<Fact> knownTo(String indicator, String unit, Instant from, Instant until) {
        return facts(indicator, "? = ANY (known_to)", unit, from, until);
    }

    private List<Fact> facts(String indicator, String ofUnit, String unit, Instant from, Instant until) {
        return jdbc.query(
                "SELECT " + TOLD + " FROM indicator_fact WHERE indicator = ? AND " + ofUnit
                        + " AND happened >= ? AND happened < ?",
                (row, number) -> fact(row),
                indicator,
                unit,
                from.atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC));
    }

    /** What is summed up of an indicator from then until then. */
    FactSums sums(String indicator, Instant from, Instant until) {
        return new FactSums(jdbc, indicator, from, until);
    }

    /** The units that know of anything that counts from then until then. */
    List<String> units(Instant from, Instant until) {
        return jdbc.queryForList(
                "SELECT DISTINCT unnest(known_to) AS unit FROM indicator_fact WHERE happened >= ? AND happened < ?"
                        + " ORDER BY unit",
                String.class,
                from.atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC));
    }

    /** When the first of all happened; empty where nothing has. */
    Optional<Instant> first() {
        return Optional.ofNullable(jdbc.queryForObject("SELECT min(happened) FROM indicator_fact", Timestamp.class))
                .map(Timestamp::toInstant);
    }

    long size() {
        return jdbc.queryForObject("SELECT count(*) FROM indicator_fact", Long.class);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getString("source"),
                row.getString("indicator"),
                row.getObject("happened", Timestamp.class).toInstant(),
                row.getString("unit"),
                row.getString("patient"),
                row.getObject("met", Boolean.class),
                row.getObject("minutes", Long.class),
                row.getString("track"),
                row.getString("specialty"),
                row.getString("category"),
                row.getString("age_group"),
                row.getString("sex"),
                row.getString("municipality"),
                List.of((String[]) row.getArray("known_to").getArray()));
    }
}
