package se.samspar.followup.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.followup.AskedFigures;
import se.samspar.followup.CalendarPeriod;
import se.samspar.followup.CalendarPeriod.Length;
import se.samspar.store.AccessLabels;
import se.samspar.store.ResourceStore;

/** Makes the reports of a period for those who may ask for the same figures: each of them has one of each indicator. */
@Component
class ReportMaker {

    private final AskedFigures figures;
    private final Directory directory;
    private final ResourceStore store;

    ReportMaker(AskedFigures figures, Directory directory, ResourceStore store) {
        this.figures = figures;
        this.directory = directory;
        this.store = store;
    }

    /** @param reporter whose figures; the region's as a whole when empty */
    List<MeasureReport> of(CalendarPeriod period, Optional<String> reporter) {
        List<String> measures = store.search(Measure.class, "status=active").stream()
                .map(measure -> measure.getIdElement().getIdPart())
                .sorted()
                .toList();
        return measures.stream()
                .flatMap(measure -> reporter.map(organization -> ofOrganization(measure, period, organization))
                        .orElseGet(() -> Stream.of(ofRegion(measure, period))))
                .toList();
    }

    /**
     * A unit gets its own as it is, but for what it does not know of it, and an administrator gets less of it: what tells
     * nothing of others beside it.
     */
    private Stream<MeasureReport> ofOrganization(String measure, CalendarPeriod period, String organization) {
        Optional<String> reporter = Optional.of(organization);
        Stream<MeasureReport> toItself = directory
                .organization(new Reference("Organization/" + organization))
                .filter(unit -> unit.hasPartOf() && !figures.tellsOfOthers(measure))
                .map(unit -> figures.forUnit(organization, measure, period.start(), period.end(), reporter))
                .map(report -> labelled(report, organization))
                .stream();
        Stream<MeasureReport> toAdministrators = settled(period)
                .map(part -> figures.forAdministrator(measure, part.start(), part.end(), reporter))
                .map(report -> labelled(report, AccessLabels.ADMINISTRATORS));
        return Stream.concat(toItself, toAdministrators);
    }

    /** The periods of which it is settled by its end what is told of others: months wait for their tertial. */
    private static Stream<CalendarPeriod> settled(CalendarPeriod period) {
        return switch (period.length()) {
            case MONTH -> Stream.empty();
            case TERTIAL -> Stream.concat(period.parts().stream(), Stream.of(period));
            case YEAR -> Stream.of(period);
        };
    }

    /**
     * All units read the same, so it tells what each of them may be told. That the region is as a whole, without any of
     * its parts. Of what a unit could try with contacts of its own they read one report of each time only: in the difference
     * between a tertial and its months would be what was registered meanwhile.
     */
    private MeasureReport ofRegion(String measure, CalendarPeriod period) {
        MeasureReport report = figures.forAdministrator(measure, period.start(), period.end(), Optional.empty());
        report.getGroupFirstRep().setStratifier(null);
        figures.units(period.start(), period.end()).stream()
                .map(unit -> figures.forUnit(unit, measure, period.start(), period.end(), Optional.empty()))
                .forEach(told -> leaveOut(report.getGroupFirstRep(), told.getGroupFirstRep()));
        boolean isForUnits = !figures.tellsOfOthers(measure) || period.length() == Length.TERTIAL;
        return labelled(report, isForUnits ? AccessLabels.EVERY_UNIT : AccessLabels.ADMINISTRATORS);
    }

    private static void leaveOut(MeasureReportGroupComponent group, MeasureReportGroupComponent told) {
        for (int i = 0; i < group.getPopulation().size(); i++) {
            MeasureReportGroupPopulationComponent population =
                    told.getPopulation().get(i);
            if (!population.getCountElement().hasValue()) {
                group.getPopulation().get(i).setCountElement(population.getCountElement());
            }
        }
        if (!told.getMeasureScore().hasValue()) {
            group.setMeasureScore(told.hasMeasureScore() ? told.getMeasureScore() : null);
        }
    }

    private static MeasureReport labelled(MeasureReport report, String reader) {
        report.getMeta().addSecurity(AccessLabels.label(reader));
        return report;
    }
}
