package se.samspar.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.springframework.stereotype.Component;
import se.samspar.directory.SwedishTime;
import se.samspar.rule.Actor;
import se.samspar.store.ResourceStore;

/**
 * What {@code $evaluate-measure} would answer somebody who asked: what is reported unasked is this, and is counted
 * nowhere else.
 */
@Component
public class AskedFigures {

    private final IndicatorService indicators;
    private final Reporters reporters;
    private final ResourceStore store;
    private final FactTable table;

    AskedFigures(IndicatorService indicators, Reporters reporters, ResourceStore store, Projection projection) {
        this.indicators = indicators;
        this.reporters = reporters;
        this.store = store;
        this.table = projection.table();
    }

    /**
     * The id of the organization whose figures the caller asks for; the region as a whole when empty.
     *
     * @param asked {@code Organization/id} or an HSA-id
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException when they are another unit's
     */
    public Optional<String> reporter(Optional<String> asked) {
        return reporters.of(asked).organization().map(organization -> organization
                .getReferenceElement()
                .getIdPart());
    }

    /** Does the indicator tell a unit of itself what it does not know, so that it gets no figures of its own? */
    public boolean tellsOfOthers(String measure) {
        return IndicatorService.tellsOfOthers(measure);
    }

    /**
     * The report that a unit gets.
     *
     * @param measure its id
     * @param reporter the unit itself; the region as a whole when empty
     */
    public MeasureReport forUnit(
            String unit, String measure, LocalDate start, LocalDate end, Optional<String> reporter) {
        Actor asking = new Actor(
                Actor.SERVER.client(),
                Optional.of(unit),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        return report(asking, measure, start, end, reporter);
    }

    /** The report that an administrator gets. */
    public MeasureReport forAdministrator(String measure, LocalDate start, LocalDate end, Optional<String> reporter) {
        return report(Actor.SERVER, measure, start, end, reporter);
    }

    private MeasureReport report(
            Actor asking, String measure, LocalDate start, LocalDate end, Optional<String> reporter) {
        return store.readAs(
                asking,
                "evaluate-measure",
                () -> indicators.report(
                        new IdType("Measure", measure),
                        new ReportPeriod(start, end),
                        reporter.map("Organization/"::concat),
                        MeasureReportType.SUMMARY));
    }

    /** The units that know of anything that counts in the period. */
    public List<String> units(LocalDate start, LocalDate end) {
        ReportPeriod period = new ReportPeriod(start, end);
        return table.units(period.from(), period.until());
    }

    /** The first day on which anything counts; empty where nothing does. */
    public Optional<LocalDate> firstDay() {
        return table.first().map(SwedishTime::day);
    }
}
