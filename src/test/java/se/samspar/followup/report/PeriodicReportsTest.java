package se.samspar.followup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.fhir.generated.Indicator;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.followup.CalendarPeriod;
import se.samspar.followup.TestUnits;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** Reports that come about by themselves: each once, frozen, and read by those who may ask for its figures. */
@ResourceLock("periodic reports")
@SamsparTest
class PeriodicReportsTest {

    private static final int INDICATORS = Indicator.values().length;

    /** Of itself a unit is told what it knows. */
    private static final int OF_A_UNIT = INDICATORS - 1;

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PeriodicReports reports;

    private TestUnits units;
    private CountedMonth month;

    @BeforeEach
    void unitsAndMonthOfOnesOwn() {
        units = new TestUnits(api);
        month = new CountedMonth(jdbc);
    }

    @AfterEach
    void leaveNothing() {
        CountedMonth.remove(jdbc);
    }

    private void make() {
        make(month.period());
    }

    private void make(CalendarPeriod period) {
        reports.make(period, List.of(units.provider(), units.healthCentre(), units.clinic()));
    }

    @Test
    void whatIsMadeTwiceIsMadeOnceAndStaysAsItWas() throws Exception {
        month.requests(units.healthCentre(), "elektiv-remiss", 6);
        InParallel.run(3, () -> {
            make();
            return null;
        });
        make();
        month.requests(units.healthCentre(), "elektiv-remiss", 6);
        make();

        List<MeasureReport> own = find(units.asHealthCentre(), "&reporter=Organization/" + units.healthCentre());
        assertThat(own).hasSize(OF_A_UNIT);
        assertThat(own).extracting(MeasureReport::getMeasure).doesNotHaveDuplicates();
        assertThat(TestUnits.total(requests(own))).isEqualTo("6");
        assertThat(TestUnits.strata(requests(own), IndicatorStratifier.TRACK)).containsExactly("elektiv-remiss: 6");
        assertThat(find(units.asHealthCentre(), "")).as("with the region's").hasSize(2 * OF_A_UNIT);
        assertThat(own.get(0).getPeriod().getStartElement().getValueAsString())
                .isEqualTo(month.period().start().toString());
    }

    @Test
    void aUnitReadsItsOwnReportsAndThoseOfTheRegion() {
        month.requests(units.healthCentre(), "elektiv-remiss", 6);
        make();
        String ofHealthCentre = "&reporter=Organization/" + units.healthCentre();
        MeasureReport own = requests(find(units.asHealthCentre(), ofHealthCentre));

        assertThat(find(units.asClinic(), ofHealthCentre)).isEmpty();
        assertThat(find(units.asClinic(), "&reporter=Organization/" + units.provider()))
                .isEmpty();
        String path = "MeasureReport/" + own.getIdElement().getIdPart();
        units.asHealthCentre().get(path).expect(200);
        units.asClinic().get(path).expect(404);
        assertThat(api.asNobody().get(path).status()).isEqualTo(401);

        List<MeasureReport> toClinic = find(units.asClinic(), "");
        MeasureReport region = requests(
                toClinic.stream().filter(report -> !report.hasReporter()).toList());
        assertThat(TestUnits.total(region)).isEqualTo("6");
        assertThat(region.getGroupFirstRep().getStratifier()).isEmpty();
        assertThat(toClinic).hasSize(2 * OF_A_UNIT);
        units.asHealthCentre()
                .get("MeasureReport/" + region.getIdElement().getIdPart())
                .expect(200);
    }

    @Test
    void whatAnyUnitCouldSubtractIsLeftOutForAll() {
        month.requests(units.healthCentre(), "elektiv-remiss", 7);
        month.requests(units.clinic(), "elektiv-remiss", 2);
        make();
        for (UnitClient reader : List.of(units.asHealthCentre(), units.asClinic(), api.as("vc-dalby"))) {
            MeasureReport region = requests(find(reader, "").stream()
                    .filter(report -> !report.hasReporter())
                    .toList());
            assertThat(TestUnits.total(region)).isEqualTo("-");
        }
    }

    @Test
    void whatAUnitHasReceivedItCouldSubtractTooThoughNothingCountsForIt() {
        month.requestsTo(units.clinic(), "vc-dalby", 5);
        month.requestsTo(units.clinic(), "vc-limhamn", 4);
        month.requests("vc-masen", "elektiv-remiss", 2);
        make();
        MeasureReport region = requests(find(api.as("vc-dalby"), "").stream()
                .filter(report -> !report.hasReporter())
                .toList());
        assertThat(TestUnits.total(region)).isEqualTo("-");
    }

    @Test
    void anAdministratorReadsTheReportsOfEachOrganizationOnceItsTertialHasEnded() {
        month.requests(units.healthCentre(), "elektiv-remiss", 7);
        month.requests(units.clinic(), "elektiv-remiss", 2);
        make();
        String ofHealthCentre = "&reporter=Organization/" + units.healthCentre();
        assertThat(TestUnits.total(requests(find(units.asHealthCentre(), ofHealthCentre))))
                .isEqualTo("7");
        assertThat(find(api.asAdmin(), ofHealthCentre)).as("before its tertial").isEmpty();

        CalendarPeriod tertial = month.period().tertial();
        make(tertial);
        assertThat(find(api.asAdmin(), ofHealthCentre)).as("with its tertial").hasSize(INDICATORS);
        assertThat(find(units.asHealthCentre(), ofHealthCentre))
                .as("but where else its patients were")
                .hasSize(OF_A_UNIT);
        assertThat(find(api.withClaims("vc-dalby", "system/*.cruds samspar/admin", Map.of()), ofHealthCentre))
                .as("who acts for a unit could subtract what it knows")
                .isEmpty();
        assertThat(totals(tertial, ofHealthCentre))
                .as("beside the care provider's it would tell of the clinic's two")
                .containsExactly("-");
        assertThat(totals(tertial, "&reporter=Organization/" + units.provider()))
                .containsExactly("9");
    }

    private List<String> totals(CalendarPeriod period, String query) {
        return find(api.asAdmin(), period, query).stream()
                .filter(report -> period.is(report.getPeriod()))
                .filter(report -> report.getMeasure().endsWith("/requests"))
                .map(TestUnits::total)
                .toList();
    }

    @Test
    void nobodyWritesReports() {
        month.requests(units.healthCentre(), "elektiv-remiss", 6);
        make();
        MeasureReport own = requests(find(units.asHealthCentre(), "&reporter=Organization/" + units.healthCentre()));
        String path = "MeasureReport/" + own.getIdElement().getIdPart();
        own.getGroupFirstRep().getPopulationFirstRep().setCount(60);
        for (UnitClient writer : List.of(units.asHealthCentre(), api.asAdmin())) {
            assertThat(writer.put(path, own).status()).isIn(403, 404);
            assertThat(writer.post("MeasureReport", own.copy().setId((String) null))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(TestUnits.total(units.asHealthCentre().get(path).expect(200).resource(MeasureReport.class)))
                .isEqualTo("6");
    }

    private List<MeasureReport> find(UnitClient client, String query) {
        return find(client, month.period(), query).stream()
                .filter(report -> month.period().is(report.getPeriod()))
                .toList();
    }

    /** Those of the period and of others that share a day with it. */
    private static List<MeasureReport> find(UnitClient client, CalendarPeriod period, String query) {
        return client
                .get("MeasureReport?_count=200&period=ge%s&period=le%s%s"
                        .formatted(period.start(), period.end(), query))
                .expect(200)
                .resource(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> (MeasureReport) entry.getResource())
                .toList();
    }

    private static MeasureReport requests(List<MeasureReport> reports) {
        return reports.stream()
                .filter(report -> report.getMeasure().endsWith("/requests"))
                .findFirst()
                .orElseThrow();
    }
}
