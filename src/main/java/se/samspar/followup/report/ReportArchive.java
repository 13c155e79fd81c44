package se.samspar.followup.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MeasureReport;
import org.springframework.stereotype.Component;
import se.samspar.fhir.SearchValues;
import se.samspar.followup.CalendarPeriod;
import se.samspar.store.AccessLabels;
import se.samspar.store.ResourceStore;

/** The reports that have been made, as they were. */
@Component
class ReportArchive {

    private final ResourceStore store;

    ReportArchive(ResourceStore store) {
        this.store = store;
    }

    /**
     * The caller's reports of a reporter over the time of these periods, of other periods too.
     *
     * @param reporter whose figures; the region's as a whole when empty
     */
    List<MeasureReport> find(Optional<String> reporter, CalendarPeriod first, CalendarPeriod last) {
        String query = "_security=%s&period=ge%s&period=le%s&reporter%s"
                .formatted(
                        labels(reporter)
                                .map(label -> SearchValues.token(AccessLabels.SYSTEM, label))
                                .collect(Collectors.joining(",")),
                        first.start(),
                        last.end(),
                        reporter.map("=Organization/"::concat).orElse(":missing=true"));
        return store.search(MeasureReport.class, query).stream()
                .filter(store::isVisible) // an administrator who acts for a unit reads as that unit
                .toList();
    }

    private Stream<String> labels(Optional<String> reporter) {
        boolean isAdministrator = AccessLabels.isAdministrator(store.actor());
        return reporter.map(organization -> Stream.of(isAdministrator ? AccessLabels.ADMINISTRATORS : organization))
                .orElseGet(() -> isAdministrator
                        ? Stream.of(AccessLabels.ADMINISTRATORS, AccessLabels.EVERY_UNIT)
                        : Stream.of(AccessLabels.EVERY_UNIT));
    }
}
