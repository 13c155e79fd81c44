package se.samspar.followup.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.ParameterRefused;
import se.samspar.followup.AskedFigures;
import se.samspar.followup.CalendarPeriod;
import se.samspar.followup.report.FollowUpReport.Section;
import se.samspar.store.ResourceStore;

/** Puts the stored reports of a period together, for whoever may have those figures. */
@Component
class FollowUpReportService {

    /** With the last, a year and the same month of the year before. */
    private static final int MONTHS = 13;

    private final AskedFigures figures;
    private final ReportArchive archive;
    private final Directory directory;
    private final ResourceStore store;

    FollowUpReportService(AskedFigures figures, ReportArchive archive, Directory directory, ResourceStore store) {
        this.figures = figures;
        this.archive = archive;
        this.directory = directory;
        this.store = store;
    }

    /** @param asked whose figures; the region's as a whole when empty */
    FollowUpReport report(CalendarPeriod period, Optional<String> asked) {
        Optional<String> reporter = figures.reporter(asked);
        List<CalendarPeriod> months = period.monthsUntilEnd(MONTHS).toList();
        Map<String, List<MeasureReport>> reports = archive.find(reporter, months.get(0), period).stream()
                .collect(Collectors.groupingBy(MeasureReport::getMeasure));
        List<Section> sections = store.search(Measure.class, "status=active").stream()
                .sorted(Comparator.comparing(measure -> measure.getIdElement().getIdPart()))
                .flatMap(measure ->
                        section(measure, period, months, reports.getOrDefault(measure.getUrl(), List.of())).stream())
                .toList();
        if (sections.isEmpty()) {
            throw ParameterRefused.unknown(
                    "period",
                    "There is no report of this period.",
                    "Reports are made once a period has ended, those of months of other organizations once their"
                            + " tertial has: MeasureReport?period=ge2026-01-01 lists them.");
        }
        return new FollowUpReport(period, reporter, name(reporter), sections);
    }

    private static Optional<Section> section(
            Measure measure, CalendarPeriod period, List<CalendarPeriod> months, List<MeasureReport> reports) {
        Map<CalendarPeriod, Row> trend = new LinkedHashMap<>();
        months.forEach(month ->
                of(month, reports).ifPresent(report -> trend.put(month, Row.whole(report.getGroupFirstRep()))));
        return of(period, reports).map(report -> new Section(measure, report, trend));
    }

    private static Optional<MeasureReport> of(CalendarPeriod period, List<MeasureReport> reports) {
        return reports.stream().filter(report -> period.is(report.getPeriod())).findFirst();
    }

    private String name(Optional<String> reporter) {
        return reporter.map(id -> directory
                        .organization(new Reference("Organization/" + id))
                        .map(Organization::getName)
                        .orElse(id))
                .orElse("Regionen som helhet");
    }
}
