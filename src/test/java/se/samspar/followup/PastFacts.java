package se.samspar.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.directory.SwedishTime;

/**
 * Facts of a year of long ago that no other test has, past the record: so that what counts in a region is this test's alone.
 * They are taken away again.
 */
final class PastFacts implements AutoCloseable {

    private static final AtomicInteger YEARS = new AtomicInteger(1950);

    private final FactTable table;
    private final JdbcTemplate jdbc;
    private final int year = YEARS.getAndIncrement();
    private final String sources = "ServiceRequest/past-" + UUID.randomUUID();

    PastFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.table = new FactTable(jdbc);
    }

    /** Requests of as many people, that a unit has sent in a month. */
    PastFacts requests(String unit, int month, int number, String... knownTo) {
        return of(
                unit,
                month,
                IntStream.range(0, number).mapToObj(i -> UUID.randomUUID().toString()),
                knownTo);
    }

    /** One request of each of these people. */
    PastFacts of(String unit, int month, Stream<String> patients, String... knownTo) {
        Instant happened =
                LocalDate.of(year, month, 10).atStartOfDay(SwedishTime.ZONE).toInstant();
        List<String> parties =
                Stream.concat(Stream.of(unit), Stream.of(knownTo)).sorted().toList();
        table.add(patients.map(patient -> new Fact(
                        sources + "-" + UUID.randomUUID(),
                        "requests",
                        happened,
                        unit,
                        patient,
                        null,
                        null,
                        "akut-remiss",
                        null,
                        null,
                        null,
                        null,
                        null,
                        parties))
                .toList());
        return this;
    }

    /** A year's times of a region: evenly over its days and the units of Region Skåne, of a third as many people. */
    void year(int number) {
        jdbc.update(
                """
                INSERT INTO indicator_fact
                  (source, indicator, happened, unit, patient, minutes, track, age_group, sex, known_to)
                SELECT ? || i, 'time-to-triage', make_timestamptz(?, 1, 1, 12, 0, 0) + i % 365 * interval '1 day',
                  unit, 'past-' || i / 3, i % 2000, 'akut-remiss', '65-79', 'female', ARRAY[unit, 'vc-other']
                FROM generate_series(1, ?) AS i
                JOIN (SELECT fhir_id AS unit, row_number() OVER (ORDER BY fhir_id) - 1 AS place, count(*) OVER () AS units
                  FROM hfj_resource JOIN hfj_res_link ON src_resource_id = res_id AND src_path = 'Organization.partOf'
                  WHERE res_type = 'Organization' AND res_deleted_at IS NULL
                    AND target_resource_id = (SELECT res_id FROM hfj_resource
                      WHERE res_type = 'Organization' AND fhir_id = 'region-skane')) AS units
                  ON place = i % units""",
                sources + "-", year, number);
        jdbc.execute("ANALYZE indicator_fact");
    }

    /** The request for a report of these months of that year. */
    String path(int first, int last) {
        return path(first, last, "requests");
    }

    String path(int first, int last, String indicator) {
        return "Measure/%s/$evaluate-measure?periodStart=%s&periodEnd=%s"
                .formatted(
                        indicator,
                        LocalDate.of(year, first, 1),
                        LocalDate.of(year, last, 1).plusMonths(1).minusDays(1));
    }

    @Override
    public void close() {
        jdbc.update("DELETE FROM indicator_fact WHERE starts_with(source, ?)", sources);
    }
}
