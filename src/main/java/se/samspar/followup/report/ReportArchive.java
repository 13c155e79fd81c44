package se.samspar.followup.report;

import java.util.List;
import java.util.Optional;
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
        String label = reporter.map(this::label).orElse(AccessLabels.EVERY_UNIT);
        String query = "_security=%s&period=ge%s&period=le%s"
                .formatted(SearchValues.token(AccessLabels.SYSTEM, label), first.start(), last.end());
        return store.search(
                MeasureReport.class,
                query + reporter.map("&reporter=Organization/"::concat).orElse(""));
    }

    private String label(String reporter) {
        return AccessLabels.isAdministrator(store.actor()) ? AccessLabels.ADMINISTRATORS : reporter;
    }
}
