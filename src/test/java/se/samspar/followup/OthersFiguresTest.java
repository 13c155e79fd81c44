package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** What somebody is told of the figures of others, and what is left out since it would tell of a few. */
@SamsparTest
class OthersFiguresTest {

    private static final String MASKED = "-";

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    private PastFacts facts;

    @BeforeEach
    void aYearOfOnesOwn() {
        facts = new PastFacts(jdbc);
    }

    @AfterEach
    void takeThemAway() {
        facts.close();
    }

    /** People are counted in groups of which two are named: those of one group are all named where they may be too few. */
    @Test
    void fivePeopleAreFiveWhateverGroupTheyAreOf() {
        List<String> alike = jdbc.queryForList(
                "SELECT id FROM (SELECT gen_random_uuid()::text AS id FROM generate_series(1, 2000)) AS ids"
                        + " WHERE hashtext(id) & 31 = 7 LIMIT 9",
                String.class);
        facts.of("vc-limhamn", 1, alike.stream().limit(5))
                .of("vc-limhamn", 2, alike.stream().skip(5));
        assertThat(region("vc-dalby", 1, 1)).isEqualTo("5");
        assertThat(region("vc-dalby", 2, 2)).as("four").isEqualTo(MASKED);
    }

    @Test
    void aLongerPeriodIsToldUnlessAShorterOneCouldBeWorkedOut() {
        facts.requests("vc-limhamn", 1, 10).requests("vc-masen", 2, 3);
        assertThat(region("vc-dalby", 1, 1)).isEqualTo("10");
        assertThat(region("vc-dalby", 2, 2)).isEqualTo(MASKED);
        assertThat(region("vc-dalby", 1, 4)).as("less January is February").isEqualTo(MASKED);
        assertThat(region("vc-dalby", 1, 12)).isEqualTo(MASKED);

        facts.requests("vc-masen", 3, 2);
        assertThat(region("vc-dalby", 3, 3)).isEqualTo(MASKED);
        assertThat(region("vc-dalby", 1, 4)).as("less January is of five").isEqualTo("15");

        facts.requests("vc-masen", 12, 4);
        assertThat(region("vc-dalby", 9, 12)).isEqualTo(MASKED);
        assertThat(region("vc-dalby", 1, 12))
                .as("less January to April is of four")
                .isEqualTo(MASKED);
        facts.requests("vc-masen", 5, 1);
        assertThat(region("vc-dalby", 1, 12)).isEqualTo("20");
    }

    @Test
    void whatAUnitHasSentOrReceivedItCouldSubtract() {
        facts.requests("vc-limhamn", 1, 7, "sus-ortopedi").requests("vc-masen", 1, 3);
        assertThat(region("vc-dalby", 1, 1)).isEqualTo("10");
        assertThat(region("vc-limhamn", 1, 1)).as("knows what it has sent").isEqualTo(MASKED);
        assertThat(region("sus-ortopedi", 1, 1))
                .as("knows what it has received")
                .isEqualTo(MASKED);
        assertThat(region("vc-masen", 1, 1)).isEqualTo("10");
        assertThat(TestUnits.total(report(administratorAt("sus-ortopedi"), facts.path(1, 1))))
                .as("whatever scope it has")
                .isEqualTo(MASKED);
        assertThat(TestUnits.total(report(api.asAdmin(), facts.path(1, 1)))).isEqualTo("10");
    }

    @Test
    void fewAreFewHoweverOftenTheyCome() {
        facts.of("vc-dalby", 1, IntStream.range(0, 20).mapToObj(i -> "test-" + i % 4));
        assertThat(region("vc-limhamn", 1, 1)).isEqualTo(MASKED);
        assertThat(own("vc-dalby", 1, 1)).isEqualTo(MASKED);
        facts.of("vc-dalby", 1, Stream.of("test-5"));
        assertThat(region("vc-limhamn", 1, 1)).isEqualTo("21");
        assertThat(own("vc-dalby", 1, 1)).isEqualTo("21");
    }

    @Test
    void aUnitIsToldOfTheRegionInTotalOnly() {
        facts.requests("vc-limhamn", 1, 10);
        MeasureReport region = report(api.as("vc-dalby"), facts.path(1, 1));
        assertThat(region.hasReporter()).isFalse();
        assertThat(region.getGroupFirstRep().getStratifier()).isEmpty();
    }

    @Test
    void anAdministratorIsToldOfCareProvidersAndUnitsWithoutWhatElseTheyAreDividedBy() {
        facts.requests("vc-limhamn", 1, 9).requests("vc-dalby", 1, 6).requests("kommun-lund-hemtjanst", 1, 5);
        MeasureReport region = ofProvider("region-skane", 1, 4);
        assertThat(TestUnits.total(region)).isEqualTo("15");
        assertThat(TestUnits.strata(region, IndicatorStratifier.UNIT))
                .containsExactly("Organization/vc-dalby: 6", "Organization/vc-limhamn: 9");
        assertThat(TestUnits.strata(region, IndicatorStratifier.TRACK)).isEmpty();
        assertThat(TestUnits.total(ofProvider("vc-dalby", 1, 4))).isEqualTo("6");
        assertThat(ofProvider("vc-dalby", 1, 4).getGroupFirstRep().getStratifier())
                .isEmpty();
        assertThat(TestUnits.total(ofProvider("region-skane", 1, 12))).isEqualTo("15");
        assertThat(TestUnits.total(ofProvider("region-skane", 1, 1)))
                .as("with nothing in the other months")
                .isEqualTo(MASKED);
    }

    @Test
    void aUnitIsLeftOutWithTheOneThatCouldBeWorkedOutByIt() {
        facts.requests("vc-limhamn", 1, 9).requests("vc-dalby", 1, 6).requests("vc-masen", 1, 2);
        assertThat(TestUnits.strata(ofProvider("region-skane", 1, 4), IndicatorStratifier.UNIT))
                .containsExactly("Organization/vc-limhamn: 9", "masked: -");
        assertThat(TestUnits.total(ofProvider("vc-dalby", 1, 4))).isEqualTo(MASKED);
        assertThat(TestUnits.total(ofProvider("vc-masen", 1, 4))).isEqualTo(MASKED);
        assertThat(TestUnits.total(ofProvider("vc-limhamn", 1, 4))).isEqualTo("9");
    }

    @Test
    void theMonthsOfAnOrganizationAreToldAllOrNone() {
        IntStream.rangeClosed(1, 4).forEach(month -> facts.requests("vc-limhamn", month, 5 + month)
                .requests("vc-dalby", month, month == 3 ? 4 : 30)
                .requests("vc-masen", month, 5));
        assertThat(TestUnits.total(ofProvider("vc-limhamn", 2, 2))).isEqualTo("7");
        assertThat(TestUnits.total(ofProvider("vc-dalby", 2, 2)))
                .as("of four in March")
                .isEqualTo(MASKED);
        assertThat(TestUnits.total(ofProvider("vc-dalby", 1, 4))).isEqualTo("94");
        assertThat(TestUnits.strata(ofProvider("region-skane", 2, 2), IndicatorStratifier.UNIT))
                .as("and the smallest other, or March would be worked out from the sum")
                .containsExactly("Organization/vc-limhamn: 7", "masked: -");
    }

    private String region(String unit, int first, int last) {
        return TestUnits.total(report(api.as(unit), facts.path(first, last)));
    }

    private String own(String unit, int first, int last) {
        return TestUnits.total(report(api.as(unit), facts.path(first, last) + "&reporter=Organization/" + unit));
    }

    private MeasureReport ofProvider(String organization, int first, int last) {
        return report(api.asAdmin(), facts.path(first, last) + "&reporter=Organization/" + organization);
    }

    private UnitClient administratorAt(String unit) {
        return api.withClaims(unit, "system/*.cruds samspar/admin", Map.of());
    }

    private static MeasureReport report(UnitClient client, String path) {
        return client.get(path).expect(200).resource(MeasureReport.class);
    }
}
