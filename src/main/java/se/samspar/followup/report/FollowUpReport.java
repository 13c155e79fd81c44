package se.samspar.followup.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import se.samspar.followup.CalendarPeriod;

/**
 * The stored reports of all indicators for one reporter and period, with the months before them.
 *
 * @param reporter id of the organization; empty for the region as a whole
 * @param name of the reporter
 */
record FollowUpReport(CalendarPeriod period, Optional<String> reporter, String name, List<Section> sections) {

    /**
     * One indicator.
     *
     * @param report of the period
     * @param months the figures of the last months that have been reported, the last of the period included
     */
    record Section(Measure measure, MeasureReport report, Map<CalendarPeriod, Row> months) {

        String id() {
            return measure.getIdElement().getIdPart();
        }

        List<Row> rows() {
            return Row.of(report.getGroupFirstRep()).toList();
        }
    }
}
