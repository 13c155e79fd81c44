package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/**
 * A year of a region is summed up by the database. How long that takes with a region's number of facts is measured by
 * {@code bench/indicators}, which says how many ({@code -Dsamspar.facts}).
 */
@SamsparTest
class RegionYearTest {

    private static final int FACTS = Integer.getInteger("samspar.facts", 3_000);
    private static final int TIMES = 9;

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void everyReportOfAYearSumsItUp() {
        try (PastFacts facts = new PastFacts(jdbc)) {
            facts.year(FACTS);
            String year = facts.path(1, 12, "time-to-triage");
            Map<String, Long> medians = new LinkedHashMap<>();
            medians.put("region, to a unit", median(api.as("vc-dalby"), year, String.valueOf(FACTS)));
            medians.put("region, to an administrator", median(api.asAdmin(), year, String.valueOf(FACTS)));
            medians.put(
                    "care provider by unit",
                    median(api.asAdmin(), year + "&reporter=Organization/region-skane", String.valueOf(FACTS)));
            medians.put("own unit", median(api.as("vc-dalby"), year + "&reporter=Organization/vc-dalby", ""));
            medians.forEach((report, millis) ->
                    System.out.printf("%d facts, %s: median of %d, %d ms%n", FACTS, report, TIMES, millis));
        }
    }

    private static long median(UnitClient client, String path, String whole) {
        List<Long> millis = IntStream.range(0, TIMES)
                .mapToObj(i -> {
                    Instant start = Instant.now();
                    MeasureReport report = client.get(path).expect(200).resource(MeasureReport.class);
                    assertThat(TestUnits.total(report)).startsWith(whole);
                    return Duration.between(start, Instant.now()).toMillis();
                })
                .sorted()
                .toList();
        return millis.get(TIMES / 2);
    }
}
