package se.samspar.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sums and medians of what counts for an indicator from one moment until another, made by the database: a region's year has
 * more facts than anybody should read.
 */
final class FactSums implements Medians {

    private static final String COUNTED = " FROM indicator_fact WHERE indicator = ? AND happened >= ? AND happened < ?";

    private final JdbcTemplate jdbc;
    private final Object[] counted;

    FactSums(JdbcTemplate jdbc, String indicator, Instant from, Instant until) {
        this.jdbc = jdbc;
        this.counted = new Object[] {indicator, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)};
    }

    /**
     * What counts by month.
     *
     * @param byUnit divided by unit too, or all of one without a name
     * @param asking the unit that asks, whose knowledge is told apart
     * @param people how many are named of each sum where there are as many
     */
    List<Counted.Row> rows(boolean byUnit, Optional<String> asking, int people) {
        // For this transaction only: what a year's people take would be sorted on disk otherwise.
        jdbc.query("SELECT set_config('work_mem', '128MB', true)", row -> {});
        // Two people of each group of them are named, which costs less than naming all.
        return jdbc
                .query(
                        """
                SELECT unit, month, is_met, is_known, sum(facts) AS facts, array_agg(one) || array_agg(other) AS people,
                  bool_or(one <> other AND facts > 2) AS has_more
                FROM (
                  SELECT %s COLLATE "C" AS unit, month, coalesce(met, false) AS is_met, ? = ANY (known_to) AS is_known,
                    min(coalesce(patient, source) COLLATE "C") AS one, max(coalesce(patient, source) COLLATE "C") AS other,
                    count(*) AS facts
                  %s GROUP BY 1, 2, 3, 4, person_group) AS by_group
                GROUP BY unit, month, is_met, is_known"""
                                .formatted(byUnit ? "unit" : "''", COUNTED),
                        (row, number) -> Sum.of(row),
                        Stream.concat(Stream.of(asking.orElse("")), Stream.of(counted))
                                .toArray())
                .stream()
                .map(sum -> sum.hasMore() && !sum.crowd().isEnough(people) ? named(sum, byUnit, asking, people) : sum)
                .map(Sum::row)
                .toList();
    }

    private record Sum(String unit, LocalDate month, boolean isMet, boolean isKnown, Crowd crowd, boolean hasMore) {

        static Sum of(ResultSet row) throws SQLException {
            Stream<String> people = Stream.of((String[]) row.getArray("people").getArray());
            return new Sum(
                    row.getString("unit"),
                    row.getObject("month", LocalDate.class),
                    row.getBoolean("is_met"),
                    row.getBoolean("is_known"),
                    new Crowd(row.getInt("facts"), people.collect(Collectors.toSet())),
                    row.getBoolean("has_more"));
        }

        Counted.Row row() {
            return new Counted.Row(unit, YearMonth.from(month), Cell.of(isMet, isKnown, crowd));
        }
    }

    /** The sum of a few, each of whom is named. */
    private Sum named(Sum sum, boolean byUnit, Optional<String> asking, int people) {
        List<String> all = jdbc.queryForList(
                "SELECT DISTINCT coalesce(patient, source)" + COUNTED
                        + " AND month = ? AND coalesce(met, false) = ? AND (? = ANY (known_to)) = ?"
                        + " AND (NOT ? OR unit = ?) LIMIT ?",
                String.class,
                with(sum.month(), sum.isMet(), asking.orElse(""), sum.isKnown(), byUnit, sum.unit(), people));
        return new Sum(
                sum.unit(),
                sum.month(),
                sum.isMet(),
                sum.isKnown(),
                new Crowd(sum.crowd().facts(), Set.copyOf(all)),
                false);
    }

    @Override
    public Optional<Long> of(Optional<Set<String>> units) {
        String median = "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes)" + COUNTED;
        Double minutes = units.isEmpty()
                ? jdbc.queryForObject(median, Double.class, counted)
                : jdbc.queryForObject(median + " AND unit = ANY (?::text[])", Double.class, with((Object)
                        units.get().toArray(String[]::new)));
        return Optional.ofNullable(minutes).map(Math::round);
    }

    @Override
    public Map<String, Long> byUnit() {
        return jdbc
                .query(
                        "SELECT unit COLLATE \"C\" AS unit, percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS median"
                                + COUNTED + " AND minutes IS NOT NULL GROUP BY 1",
                        (row, number) -> Map.entry(row.getString("unit"), Math.round(row.getDouble("median"))),
                        counted)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Object[] with(Object... more) {
        return Stream.concat(Stream.of(counted), Stream.of(more)).toArray();
    }
}
