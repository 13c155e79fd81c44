package se.samspar.followup;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.Indicator;
import se.samspar.followup.CalendarPeriod.Length;
import se.samspar.rule.Actor;
import se.samspar.store.ResourceStore;

/** Reports an indicator for a period. */
@Component
class IndicatorService {

    private final ResourceStore store;
    private final Reporters reporters;
    private final Directory directory;
    private final FactTable table;
    private final SubjectList subjects;
    private final FollowUpProperties properties;
    private final Clock clock;

    IndicatorService(
            ResourceStore store,
            Reporters reporters,
            Directory directory,
            Projection projection,
            SubjectList subjects,
            FollowUpProperties properties,
            Clock clock) {
        this.store = store;
        this.reporters = reporters;
        this.directory = directory;
        this.table = projection.table();
        this.subjects = subjects;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What a caller is told at once.
     *
     * @param asked whose figures; the region's as a whole when empty
     */
    MeasureReport live(IdType id, ReportPeriod period, Optional<String> asked, MeasureReportType type) {
        Measure measure = measure(id);
        if (tellsOfOthers(indicator(measure)) && !store.actor().has(Actor.ADMIN_SCOPE)) {
            throw new ForbiddenOperationException("A unit could write contacts of its own to see what changes: it is"
                    + " told of this in the reports of the region that come about once a period has ended.");
        }
        return report(measure, period, asked, type);
    }

    /** @param asked whose figures; the region's as a whole when empty */
    MeasureReport report(IdType id, ReportPeriod period, Optional<String> asked, MeasureReportType type) {
        return report(measure(id), period, asked, type);
    }

    private MeasureReport report(Measure measure, ReportPeriod period, Optional<String> asked, MeasureReportType type) {
        Reporter reporter = reporters.of(asked);
        String indicator = indicator(measure);
        boolean isOwnKnowledge = reporter.isOwn() && !tellsOfOthers(indicator);
        if (type == MeasureReportType.SUBJECTLIST && !isOwnKnowledge) {
            throw new ForbiddenOperationException("A subject-list is of the caller's own unit, of what it knows itself:"
                    + " name it as reporter, and another indicator than same-unit.");
        }
        return isOwnKnowledge
                ? own(measure, indicator, period, reporter, type)
                : others(measure, indicator, period, reporter);
    }

    private Measure measure(IdType id) {
        return store.find(new Reference(new IdType("Measure", id.getIdPart())), Measure.class)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** Does it tell a unit of its own patients what it does not know: where else they were? */
    static boolean tellsOfOthers(String indicator) {
        return Indicator.SAME_UNIT.code().equals(indicator);
    }

    private MeasureReport own(
            Measure measure, String indicator, ReportPeriod period, Reporter reporter, MeasureReportType type) {
        String unit = reporter.id().orElseThrow();
        boolean isOfAnswers = ExperienceFacts.isOf(indicator);
        List<Fact> facts = isOfAnswers
                ? table.knownTo(indicator, unit, period.from(), until(period))
                : table.of(indicator, unit, period.from(), until(period));
        ReportWriter writer = new ReportWriter(
                measure,
                isOfAnswers
                        ? new QuarterFigures(facts, properties.fewest())
                        : new OwnFigures(facts, properties.fewest()));
        MeasureReport report = report(measure, period, reporter, type, writer);
        if (type == MeasureReportType.SUBJECTLIST) {
            list(report, writer, subjects.visible(facts, unit));
        }
        return report;
    }

    private MeasureReport others(Measure measure, String indicator, ReportPeriod period, Reporter reporter) {
        boolean isOfRegion = reporter.id().isEmpty();
        CalendarPeriod calendar = period.ofOthers(isOfRegion, properties.onlyEnded(), clock.instant());
        // Which months are told depends on the whole tertial.
        ReportPeriod read = isOfRegion || calendar.length() != Length.MONTH
                ? period
                : new ReportPeriod(
                        calendar.tertial().start(), calendar.tertial().end());
        List<Counted.Row> rows = table.sums(indicator, read.from(), until(read))
                .rows(!isOfRegion, store.actor().unit(), properties.fewest());
        Counted counted = new Counted(
                rows,
                isOfRegion
                        ? Map.of()
                        : directory.careProviders(
                                rows.stream().map(Counted.Row::unit).collect(Collectors.toSet())));
        Figures figures = new OthersFigures(
                counted,
                reporter,
                calendar,
                tellsOfOthers(indicator) && !isOfRegion ? Kind.UNKNOWN_PART : Kind.PART,
                properties.fewest(),
                ReportWriter.isTime(measure) ? table.sums(indicator, period.from(), until(period)) : Medians.NONE);
        return report(measure, period, reporter, MeasureReportType.SUMMARY, new ReportWriter(measure, figures));
    }

    private MeasureReport report(
            Measure measure, ReportPeriod period, Reporter reporter, MeasureReportType type, ReportWriter writer) {
        MeasureReport report = new MeasureReport();
        report.setStatus(MeasureReportStatus.COMPLETE).setType(type);
        report.setMeasure(measure.getUrl()).setDate(Date.from(clock.instant()));
        report.setReporter(reporter.organization().orElse(null)).setPeriod(period.toFhir());
        report.setImprovementNotation(measure.getImprovementNotation());
        writer.write(report.addGroup());
        return report;
    }

    /** The end of the period, or now: what has its deadline ahead does not count yet. */
    private Instant until(ReportPeriod period) {
        Instant now = clock.instant();
        return period.until().isBefore(now) ? period.until() : now;
    }

    /** Of the code that the Measure names; of nothing where it names none of ours. */
    private static String indicator(Measure measure) {
        return measure.getTopic().stream()
                .flatMap(topic -> topic.getCoding().stream())
                .filter(coding -> Indicator.SYSTEM.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .orElse("");
    }

    private static void list(MeasureReport report, ReportWriter writer, List<Fact> facts) {
        MeasureReportGroupComponent group = report.getGroupFirstRep();
        for (int i = 0; i < writer.populations().size(); i++) {
            boolean numerator = ReportWriter.isNumerator(writer.populations().get(i));
            List<Fact> counted =
                    facts.stream().filter(fact -> !numerator || fact.isMet()).toList();
            group.getPopulation().get(i).setSubjectResults(SubjectList.list(counted, report));
        }
        facts.stream().map(Fact::source).sorted().map(Reference::new).forEach(report::addEvaluatedResource);
    }
}
