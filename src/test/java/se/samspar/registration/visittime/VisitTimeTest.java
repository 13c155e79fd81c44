package se.samspar.registration.visittime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samspar.fhir.generated.ContactType;

class VisitTimeTest {

    @ParameterizedTest
    @CsvSource({
        // A period is taken up to its end.
        "2025-02-05T10:00:00+01:00, 2025-02-05T10:30:00+01:00, 2025-02-05T09:00:00Z, 2025-02-05T09:30:00Z",
        // Without an end it lasts until midnight in Sweden, winter and summer.
        "2025-02-05T10:00:00+01:00, , 2025-02-05T09:00:00Z, 2025-02-05T23:00:00Z",
        "2025-07-05T23:30:00Z, , 2025-07-05T23:30:00Z, 2025-07-06T22:00:00Z",
        // Dates alone are whole days in Sweden, the last one included.
        "2025-02-05, 2025-02-06, 2025-02-04T23:00:00Z, 2025-02-06T23:00:00Z",
        "2025-02-05, , 2025-02-04T23:00:00Z, 2025-02-05T23:00:00Z",
        "2025-01, 2025-02, 2024-12-31T23:00:00Z, 2025-02-28T23:00:00Z",
        "2025, 2025, 2024-12-31T23:00:00Z, 2025-12-31T23:00:00Z",
        // The days when the clock changes have 23 and 25 hours.
        "2025-03-30, 2025-03-30, 2025-03-29T23:00:00Z, 2025-03-30T22:00:00Z",
        "2025-10-26, 2025-10-26, 2025-10-25T22:00:00Z, 2025-10-26T23:00:00Z",
        // A visit that ends as it starts is that instant.
        "2025-02-05T10:00:00+01:00, 2025-02-05T10:00:00+01:00, 2025-02-05T09:00:00Z, 2025-02-05T09:00:00Z"
    })
    void aVisitTakesItsPeriod(String start, String end, Instant from, Instant to) {
        assertThat(VisitTime.of(visit(start, end))).contains(new VisitTime("1", "Patient/1", from, to));
    }

    @Test
    void abandonedVisitsTakeNoTime() {
        Encounter visit = visit("2025-02-05T10:00:00+01:00", null);
        assertThat(VisitTime.of(visit.copy().setStatus(EncounterStatus.CANCELLED)))
                .isEmpty();
        assertThat(VisitTime.of(visit.copy().setStatus(EncounterStatus.ENTEREDINERROR)))
                .isEmpty();
    }

    @Test
    void aContactAtADistanceTakesNoTime() {
        Encounter contact = visit("2025-02-05T10:00:00+01:00", null);
        contact.setType(null);
        contact.getClass_().setCode("VR");
        assertThat(VisitTime.of(contact)).isEmpty();
    }

    @Test
    void aContactThatCallsItselfAClinicVisitDoes() {
        Encounter contact = visit("2025-02-05T10:00:00+01:00", null);
        contact.getClass_().setCode("VR");
        assertThat(VisitTime.of(contact)).isPresent();
    }

    @Test
    void whatHasNoStartNoPatientOrEndsBeforeItStartsTakesNoTime() {
        assertThat(VisitTime.of(visit(null, null))).isEmpty();
        assertThat(VisitTime.of(visit(null, "2025-02-05T10:00:00+01:00"))).isEmpty();
        assertThat(VisitTime.of(visit("2025-02-05T10:00:00+01:00", "2025-02-05T09:00:00+01:00")))
                .isEmpty();
        assertThat(VisitTime.of(visit("2025-02-05", null).setSubject(null))).isEmpty();
        assertThat(VisitTime.of(new Encounter())).isEmpty();
    }

    private static Encounter visit(String start, String end) {
        Encounter visit = new Encounter();
        visit.setId("Encounter/1");
        visit.setStatus(EncounterStatus.PLANNED);
        visit.getClass_().setCode("AMB");
        visit.addType(ContactType.MOTTAGNINGSBESOK.toConcept());
        visit.setSubject(new Reference("Patient/1"));
        Optional.ofNullable(start).map(DateTimeType::new).ifPresent(visit.getPeriod()::setStartElement);
        Optional.ofNullable(end).map(DateTimeType::new).ifPresent(visit.getPeriod()::setEndElement);
        return visit;
    }
}
