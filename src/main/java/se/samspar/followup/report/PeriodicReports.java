package se.samspar.followup.report;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Organization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.followup.AskedFigures;
import se.samspar.followup.CalendarPeriod;
import se.samspar.store.Background;
import se.samspar.store.ResourceStore;

/**
 * Makes the reports of the periods that have ended, each once, however many nodes and restarts there are: those of one
 * organization and period in one transaction with their mark.
 */
@Component
class PeriodicReports {

    private static final Logger log = LoggerFactory.getLogger(PeriodicReports.class);

    private final AskedFigures figures;
    private final Schedule schedule;
    private final ReportMarks marks;
    private final ReportMaker maker;
    private final Directory directory;
    private final ResourceStore store;
    private final Background background;
    private final Clock clock;

    PeriodicReports(
            AskedFigures figures,
            Schedule schedule,
            ReportMarks marks,
            ReportMaker maker,
            Directory directory,
            ResourceStore store,
            Background background,
            Clock clock) {
        this.figures = figures;
        this.schedule = schedule;
        this.marks = marks;
        this.maker = maker;
        this.directory = directory;
        this.store = store;
        this.background = background;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${samspar.followup.schedule.look:PT1H}")
    void look() {
        background.run(() -> {
            List<String> organizations = organizations();
            figures.firstDay().stream()
                    .flatMap(first -> schedule.due(first, clock.instant()).stream())
                    .forEach(period -> make(period, organizations));
        });
    }

    /** Makes what is missing of the reports of these organizations and, after all of them, the region's. */
    void make(CalendarPeriod period, Collection<String> organizations) {
        Set<String> made = marks.made(period);
        List<String> missing = organizations.stream()
                .filter(organization -> !made.contains(organization))
                .toList();
        missing.forEach(organization -> attempt(period, Optional.of(organization)));
        if (!made.contains(ReportMarks.REGION) && attempt(period, Optional.empty())) {
            log.info("Indicators: reported {} for {} organizations and the region", period.name(), missing.size());
        }
    }

    /** Is it made, now or by another node before? */
    private boolean attempt(CalendarPeriod period, Optional<String> reporter) {
        try {
            return store.executeAsServer(() -> {
                boolean isTurn = marks.isTurn();
                if (isTurn && marks.add(period, reporter, clock.instant())) {
                    maker.of(period, reporter).forEach(store::create);
                }
                return isTurn;
            });
        } catch (RuntimeException failure) { // the others are not to wait for this one, which is tried again
            log.error(
                    "Indicators: {} could not be reported for {}",
                    period.name(),
                    reporter.orElse("the region"),
                    failure);
            return false;
        }
    }

    private List<String> organizations() {
        return store.executeAsServer(
                () -> store.inBatches(Organization.class, store.ids(Organization.class, "_sort=_id"))
                        .flatMap(List::stream)
                        .filter(found -> !found.hasActive() || found.getActive())
                        .filter(found -> directory
                                .careLevel(found)
                                .filter(CareLevel.OTHER_PARTY::equals)
                                .isEmpty())
                        .map(found -> found.getIdElement().getIdPart())
                        .toList());
    }
}
