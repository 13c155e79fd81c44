package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Indicator;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** Whose figures somebody gets, for which periods, and who is told whom they are of. */
@SamsparTest
class IndicatorAccessTest {

    private static final String REQUESTS = TestUnits.path("requests");

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    private TestUnits units;

    @BeforeEach
    void unitsOfOnesOwn() {
        units = new TestUnits(api);
    }

    @Test
    void everyIndicatorIsAMeasureThatUnitsReadAndReport() {
        for (Indicator indicator : Indicator.values()) {
            Measure measure = api.as("vc-dalby").read(Measure.class, indicator.code());
            assertThat(measure.getTopicFirstRep().getCodingFirstRep().getCode()).isEqualTo(indicator.code());
            UnitClient asking = indicator == Indicator.SAME_UNIT ? api.asAdmin() : api.as("vc-dalby");
            MeasureReport report =
                    asking.get(TestUnits.path(indicator.code())).expect(200).resource(MeasureReport.class);
            assertThat(report.getMeasure()).isEqualTo(measure.getUrl());
            assertThat(report.getImprovementNotation().equalsDeep(measure.getImprovementNotation()))
                    .isTrue();
        }
        assertThat(api.asNobody().get("Measure/requests").status()).isEqualTo(401);
        assertThat(api.asNobody().get(REQUESTS).status()).isEqualTo(401);
        api.as("vc-dalby")
                .get("Measure/nothing/$evaluate-measure?" + TestUnits.PERIOD)
                .expect(404);
    }

    @Test
    void anAdministratorSetsBaselineAndTarget() {
        Measure overdue = api.asAdmin().read(Measure.class, "overdue");
        overdue.getExtension().removeIf(extension -> extension.getUrl().equals(Extensions.INDICATOR_TARGET));
        Extension target = overdue.addExtension().setUrl(Extensions.INDICATOR_TARGET);
        target.addExtension(
                "value", new Quantity(5).setSystem("http://unitsofmeasure.org").setCode("%"));
        api.asAdmin().put("Measure/overdue", overdue).expect(422);

        target.addExtension("period", new Period().setStart(new DateType("2027-01-01").getValue()));
        ((Quantity) target.getExtensionByUrl("value").getValue()).setCode("d");
        api.asAdmin().put("Measure/overdue", overdue).expect(422);
        ((Quantity) target.getExtensionByUrl("value").getValue()).setCode("%");
        assertThat(api.as("vc-dalby").put("Measure/overdue", overdue).status()).isEqualTo(403);
        api.asAdmin().put("Measure/overdue", overdue).expect(200);
        assertThat(api.as("vc-dalby").read(Measure.class, "overdue").getExtensionByUrl(Extensions.INDICATOR_TARGET))
                .isNotNull();
    }

    @Test
    void aUnitGetsItsOwnFiguresAndTheRegionsAsAWhole() {
        units.submitted(5);
        for (String other : List.of(units.clinic(), units.provider(), "vc-dalby", "nothing")) {
            assertThat(units.asHealthCentre()
                            .get(REQUESTS + "&reporter=Organization/" + other)
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }
        MeasureReport own = units.report("requests", units.asHealthCentre(), units.healthCentre());
        assertThat(own.getReporter().getReference()).isEqualTo("Organization/" + units.healthCentre());
        assertThat(TestUnits.total(own)).isEqualTo("5");
        assertThat(TestUnits.strata(own, IndicatorStratifier.UNIT)).isEmpty();

        MeasureReport region = units.asClinic().get(REQUESTS).expect(200).resource(MeasureReport.class);
        assertThat(region.hasReporter()).isFalse();
        assertThat(region.getGroupFirstRep().getStratifier()).isEmpty();
    }

    @Test
    void anAdministratorNamesAnyOrganizationThatThereIs() {
        for (String organization : List.of(units.provider(), units.healthCentre())) {
            MeasureReport report = api.asAdmin()
                    .get(REQUESTS + "&reporter=Organization/" + organization)
                    .expect(200)
                    .resource(MeasureReport.class);
            assertThat(report.getReporter().getReference()).isEqualTo("Organization/" + organization);
        }
        api.asAdmin().get(REQUESTS + "&reporter=Organization/nothing").expect(422);
    }

    @Test
    void fewAreNotTold() {
        units.submitted(4);
        MeasureReport own = units.report("requests", units.asHealthCentre(), units.healthCentre());
        assertThat(TestUnits.total(own)).isEqualTo("-");
        assertThat(own.getGroupFirstRep()
                        .getPopulationFirstRep()
                        .getCountElement()
                        .getExtensionFirstRep()
                        .getValue()
                        .primitiveValue())
                .isEqualTo("masked");
        assertThat(TestUnits.strata(own, IndicatorStratifier.TRACK)).containsExactly("masked: -");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "periodStart=2025-01-02&periodEnd=2025-01-31",
                "periodStart=2025-01-01&periodEnd=2025-02-28",
                "periodStart=2025-02-01&periodEnd=2025-05-31",
                "periodStart=2025-01-01&periodEnd=2025-06-30",
                "periodStart=2025-05-01&periodEnd=2026-04-30"
            })
    void othersAreReportedByCalendarPeriodsAndTheOwnUnitByAny(String period) {
        String query = "Measure/requests/$evaluate-measure?" + period;
        api.as("vc-dalby").get(query).refused(422);
        api.asAdmin().get(query + "&reporter=Organization/vc-limhamn").refused(422);
        api.as("vc-dalby").get(query + "&reporter=Organization/vc-dalby").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "periodStart=2024-02-01&periodEnd=2024-02-29",
                "periodStart=2025-05-01&periodEnd=2025-08-31",
                "periodStart=2025-01-01&periodEnd=2025-12-31"
            })
    void aMonthATertialAndAYearAreCalendarPeriods(String period) {
        String query = "Measure/requests/$evaluate-measure?" + period;
        api.as("vc-dalby").get(query).expect(200);
        api.asAdmin().get(query + "&reporter=Organization/vc-limhamn").expect(200);
    }

    @Test
    void theOwnUnitAsksForDays() {
        units.submitted(5);
        String today = LocalDate.now(SwedishTime.ZONE).toString();
        String before = LocalDate.now(SwedishTime.ZONE).minusDays(9).toString();
        String query = "Measure/requests/$evaluate-measure?periodStart=%s&periodEnd=%s&reporter=Organization/"
                + units.healthCentre();
        assertThat(TestUnits.total(own(query.formatted(before, today)))).isEqualTo("5");
        assertThat(TestUnits.total(own(query.formatted(
                        before, LocalDate.now(SwedishTime.ZONE).minusDays(2).toString()))))
                .isEqualTo("-");
    }

    private MeasureReport own(String query) {
        return units.asHealthCentre().get(query).expect(200).resource(MeasureReport.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "periodStart=2025-04-30&periodEnd=2025-01-01",
                "periodStart=2101-01-01&periodEnd=2101-04-30",
                "periodStart=2025-01&periodEnd=2025-04-30",
                "periodStart=2025-01-01&periodEnd=2025-04-30&reportType=subject"
            })
    void whatIsNoPeriodIsRefused(String query) {
        api.as("vc-dalby").get("Measure/requests/$evaluate-measure?" + query).refused(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"periodStart=2025-01-01", "periodEnd=2025-04-30", "periodStart=yesterday&periodEnd=2025-04-30"})
    void bothEndsOfThePeriodAreDays(String query) {
        api.as("vc-dalby").get("Measure/requests/$evaluate-measure?" + query).refused(400);
    }

    @Test
    void aUnitIsToldWhomItsOwnFiguresAreOfAsFarAsItSeesThem() {
        List<String> requests = units.submitted(6);
        List<String> seen = requests.subList(0, 5);
        seen.forEach(units::accept);
        String forwarded = requests.get(5);
        List<String> patients = requests.stream().map(this::patient).toList();
        units.asClinic()
                .post(
                        forwarded + "/$triage",
                        DemoRequests.parameters(
                                "decision",
                                new CodeType("forward"),
                                "forwardTo",
                                new Reference("Organization/sus-ortopedi"),
                                "reason",
                                "Patienten bor i Lund"))
                .expect(200);
        units.asClinic().get(forwarded).expect(404);

        MeasureReport own = subjects();
        assertThat(own.getType()).isEqualTo(MeasureReportType.SUBJECTLIST);
        assertThat(TestUnits.total(own)).as("counted all the same").startsWith("6 = ");
        assertThat(own.getEvaluatedResource())
                .extracting(Reference::getReference)
                .containsExactlyInAnyOrderElementsOf(seen);
        assertThat(listed(own)).containsExactlyInAnyOrderElementsOf(patients.subList(0, 5));
        assertThat(jdbc.queryForList(
                        "SELECT 'Patient/' || unnest(patients) FROM audit_event"
                                + " WHERE unit = ? AND request LIKE '%evaluate-measure%'",
                        String.class, units.clinic()))
                .as("who was told of them is logged")
                .containsExactlyInAnyOrderElementsOf(patients.subList(0, 5));
    }

    @Test
    void aTokenThatReadsNoRequestsIsNotToldWhichTheyAre() {
        units.submitted(5);
        String list = REQUESTS + "&reportType=subject-list&reporter=Organization/" + units.healthCentre();
        MeasureReport told = api.withClaims(units.healthCentre(), "system/Measure.cruds system/Patient.cruds", Map.of())
                .get(list)
                .expect(200)
                .resource(MeasureReport.class);
        assertThat(TestUnits.total(told)).isEqualTo("5");
        assertThat(told.getEvaluatedResource()).isEmpty();
        assertThat(listed(told)).isEmpty();
        assertThat(listed(own(list))).hasSize(5);
    }

    private String patient(String request) {
        return units.asClinic()
                .get(request)
                .expect(200)
                .resource(ServiceRequest.class)
                .getSubject()
                .getReference();
    }

    @Test
    void nobodyElseIsToldWhomFiguresAreOf() {
        String list = TestUnits.path("time-to-triage") + "&reportType=subject-list";
        String ofClinic = list + "&reporter=Organization/" + units.clinic();
        assertThat(units.asClinic().get(list).status()).isEqualTo(403);
        assertThat(units.asHealthCentre().get(ofClinic).status()).isEqualTo(403);
        assertThat(api.asAdmin().get(ofClinic).status()).isEqualTo(403);
    }

    private MeasureReport subjects() {
        return units.asClinic()
                .post(
                        "Measure/time-to-triage/$evaluate-measure",
                        DemoRequests.parameters(
                                "periodStart",
                                day(0),
                                "periodEnd",
                                day(1),
                                "reporter",
                                "Organization/" + units.clinic(),
                                "reportType",
                                new CodeType("subject-list")))
                .expect(200)
                .resource(MeasureReport.class);
    }

    private static DateType day(int index) {
        return new DateType(TestUnits.PERIOD.split("&")[index].split("=")[1]);
    }

    private static List<String> listed(MeasureReport report) {
        return ((ListResource) report.getContained().get(0))
                .getEntry().stream()
                        .map(entry -> entry.getItem().getReference())
                        .toList();
    }
}
