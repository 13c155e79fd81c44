package se.samspar.followup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.fhir.generated.Extensions;
import se.samspar.followup.TestUnits;
import se.samspar.support.OperationExamples;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** The reports of a period as a file, of figures that are counted by hand here. */
@ResourceLock("periodic reports")
@SamsparTest
class FollowUpReportTest {

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PeriodicReports reports;

    private TestUnits units;
    private CountedMonth month;

    @BeforeEach
    void reportedMonth() {
        units = new TestUnits(api);
        month = new CountedMonth(jdbc);
        month.requests(units.healthCentre(), "elektiv-remiss", 6);
        month.requests(units.healthCentre(), "elektiv-svf", 5);
        month.shares(month.period(), "ended-in-primary-care", units.healthCentre(), true, 6);
        month.shares(month.period(), "ended-in-primary-care", units.healthCentre(), false, 10);
        month.times(month.before(2), "time-to-triage", units.healthCentre(), 4 * 24 * 60, 5);
        month.times(month.before(1), "time-to-triage", units.healthCentre(), 90, 5);
        month.times(month.period(), "time-to-triage", units.healthCentre(), 30, 4);
    }

    @AfterEach
    void leaveNothing() {
        CountedMonth.remove(jdbc);
    }

    private void make() {
        List<String> organizations = List.of(units.provider(), units.healthCentre(), units.clinic());
        Stream.of(
                        month.before(2),
                        month.before(1),
                        month.period(),
                        month.period().tertial())
                .forEach(period -> reports.make(period, organizations));
    }

    private String path(String format) {
        return "MeasureReport/$follow-up-report?period=%s&reporter=Organization/%s&format=%s"
                .formatted(month.period().name(), units.healthCentre(), format);
    }

    private static String text(UnitClient client, String path, String contentType) {
        HttpResponse<byte[]> file = client.download(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("").toLowerCase())
                .startsWith(contentType);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWithIgnoringCase("attachment");
        return new String(file.body(), StandardCharsets.UTF_8);
    }

    @Test
    void csvHasARowForEachMeasureAndStratum() {
        rename("Vårdcentralen \"Ek\", söder");
        make();
        String csv = text(units.asHealthCentre(), path("csv"), "text/csv");
        String unit = month.period().name() + ",Organization/" + units.healthCentre()
                + ",\"Vårdcentralen \"\"Ek\"\", söder\",";
        assertThat(csv.split("\r\n"))
                .startsWith("period,reporter,reporter_name,measure,title,stratifier,stratum,stratum_name,"
                        + "count,numerator,score,unit,masked")
                .contains(
                        unit + "requests,Remisser per spår och utfall,,,,11,,,,",
                        unit
                                + "requests,Remisser per spår och utfall,track,elektiv-svf,Standardiserat vårdförlopp (SVF),5,,,,",
                        unit + "ended-in-primary-care,Konsultationer som slutar i primärvården,,,,16,6,37.5,%,",
                        unit + "time-to-triage,Tid till bedömning,,,,,,,,count score",
                        unit + "time-to-triage,Tid till bedömning,track,masked,masked,,,,,count score",
                        unit + "overdue,Förfallna remisser,,,,,,,,count numerator score");
    }

    @Test
    void namesAreNeitherFormulasNorMarkup() {
        rename("=HYPERLINK(\"http://x\",\"y\") & mer");
        make();
        assertThat(text(units.asHealthCentre(), path("csv"), "text/csv"))
                .contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\") & mer\",")
                .doesNotContain(",\"=", ",=");
        assertThat(text(units.asHealthCentre(), path("html"), "text/html"))
                .contains("=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;) &amp; mer");
    }

    @Test
    void htmlShowsTheTrendBesideItsTable() {
        setTarget("time-to-triage");
        make();
        String html = text(units.asHealthCentre(), path("html"), "text/html");
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"sv\">")
                .contains("<h1>Uppföljning oktober " + month.period().start().getYear() + "</h1>")
                .contains("@media print", "role=\"img\" aria-labelledby=\"chart-time-to-triage-title")
                .contains("<tr><td>augusti " + month.period().start().getYear() + "</td><td>5</td><td>4 dygn</td></tr>")
                .contains("<tr><td>september " + month.period().start().getYear()
                        + "</td><td>5</td><td>90 minuter</td></tr>")
                .contains("<tr><td>oktober " + month.period().start().getYear() + "</td><td>–</td><td>–</td></tr>")
                .contains("<tr><td>oktober " + month.period().start().getYear()
                        + "</td><td>16</td><td>6</td><td>37,5</td></tr>")
                .as("divisions are named in Swedish")
                .contains("<caption>Efter spår</caption>")
                .contains("utgångsläge: 36 timmar; mål: 60 minuter; lägre är bättre")
                .as("the lines of baseline and target")
                .contains("stroke-dasharray:2", "stroke-dasharray:8");
        assertThat(html.toLowerCase()).doesNotContain("<script", "<link", "<img", "src=", "@import", "javascript:");
        assertThat(html.replace("http://www.w3.org/2000/svg", ""))
                .as("nothing from elsewhere")
                .doesNotContain("http:", "https:");
    }

    @Test
    void htmlNamesWhatItHasNoFiguresOfAndDrawsNoSingleMonth() {
        make();
        String html = text(units.asHealthCentre(), path("html"), "text/html");
        assertThat(html)
                .contains("<h2>Konsultationer som slutar i primärvården</h2>")
                .contains("<h2>Utan uppgifter</h2>", "<li>Förfallna remisser</li>")
                .doesNotContain("<h2>Förfallna remisser</h2>", "<li>Konsultationer som slutar i primärvården</li>")
                .doesNotContain("chart-ended-in-primary-care")
                .as("a number that nobody aims at")
                .contains("<p>Perioden: 11 stycken.</p>");
        assertThat(StringUtils.substringBetween(html, "<h2>Tid till bedömning</h2>", "</section>"))
                .as("no table of a division of which nothing is told")
                .contains("<caption>Månad för månad</caption>")
                .doesNotContain("Efter");
    }

    @Test
    void aFileIsForThoseWhoMayHaveItsFigures() {
        make();
        assertThat(units.asClinic().get(path("csv")).status()).isEqualTo(403);
        assertThat(api.asNobody().get(path("csv")).status()).isEqualTo(401);
        assertThat(text(api.asAdmin(), path("csv"), "text/csv")).contains(",requests,");
        String region = path("csv").replaceFirst("&reporter=[^&]+", "");
        assertThat(text(units.asClinic(), region, "text/csv"))
                .contains(month.period().name() + ",,Regionen som helhet,requests,Remisser per spår och utfall,,,,11,")
                .doesNotContain(units.healthCentre());
    }

    @Test
    void anAdministratorWhoActsForAUnitReadsAsThatUnit() {
        make();
        UnitClient both = api.withClaims(units.clinic(), "system/*.cruds samspar/admin", Map.of());
        both.get(path("csv")).refused(422);
        String region = path("csv").replaceFirst("&reporter=[^&]+", "");
        assertThat(text(both, region, "text/csv")).contains(",requests,").doesNotContain(",same-unit,");
        assertThat(text(api.asAdmin(), region, "text/csv"))
                .as("which units are told of the tertial alone")
                .contains(",requests,", ",same-unit,");
    }

    @Test
    void theExampleAsksAsFhirAndIsABinary() {
        make();
        String example = OperationExamples.of("MeasureReport"::equals).get("MeasureReport/$follow-up-report");
        Binary binary = units.asHealthCentre()
                .post(
                        "MeasureReport/$follow-up-report",
                        OperationExamples.read(example)
                                .replace("2026-10", month.period().name())
                                .replace("Organization/vc-dalby", "Organization/" + units.healthCentre()),
                        "Accept: application/fhir+json")
                .expect(200)
                .resource(Binary.class);
        assertThat(binary.getContentType()).startsWith("text/csv");
        assertThat(new String(binary.getData(), StandardCharsets.UTF_8)).startsWith("period,reporter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "period=2026-13",
                "period=2026",
                "period=1901-01",
                "period=1901-T1&format=csv",
                "period=1901-01&format=pdf"
            })
    void whatIsNotThereIsRefused(String query) {
        api.as("vc-dalby").get("MeasureReport/$follow-up-report?" + query).refused(422);
    }

    private void rename(String name) {
        Organization unit = api.asAdmin().read(Organization.class, units.healthCentre());
        api.asAdmin()
                .put("Organization/" + units.healthCentre(), unit.setName(name))
                .expect(200);
    }

    private void setTarget(String indicator) {
        Measure measure = api.asAdmin().read(Measure.class, indicator);
        measure.getExtension().removeIf(extension -> List.of(Extensions.INDICATOR_BASELINE, Extensions.INDICATOR_TARGET)
                .contains(extension.getUrl()));
        measure.addExtension(value(Extensions.INDICATOR_BASELINE, 2160));
        measure.addExtension(value(Extensions.INDICATOR_TARGET, 60));
        api.asAdmin().put("Measure/" + indicator, measure).expect(200);
    }

    private static Extension value(String url, int minutes) {
        Extension extension = new Extension().setUrl(url);
        extension.addExtension(
                "value",
                new Quantity()
                        .setValue(new BigDecimal(minutes))
                        .setSystem("http://unitsofmeasure.org")
                        .setCode("min"));
        extension.addExtension("period", new Period().setStart(new DateType("2026-01-01").getValue()));
        return extension;
    }
}
