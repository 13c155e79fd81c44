package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.directory.ServiceBuilder.at;
import static se.samspar.directory.ServiceBuilder.officeHours;
import static se.samspar.directory.ServiceBuilder.service;

import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.HealthcareService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samspar.fhir.generated.Track;

class DeadlinesTest {

    private final TrackCatalogue tracks = TrackCatalogueTest.packaged();
    private final Deadlines deadlines = new Deadlines(ServiceBuilder.OPENING_HOURS, ServiceBuilder.HOLIDAYS);

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 2026-03-04T16:30", // Monday
        "2026-03-02T23:00, 2026-03-04T16:30",
        "2026-03-06T10:00, 2026-03-10T16:30", // Friday
        "2026-03-07T10:00, 2026-03-10T16:30", // Saturday
        "2026-04-01T10:00, 2026-04-07T16:30", // over Easter
        "2026-12-23T10:00, 2026-12-29T16:30", // over Christmas
        "2026-03-27T10:00, 2026-03-31T16:30" // over the clock change
    })
    void workingDaysEndWhenTheServiceClosesOnTheLastOfThem(String from, String due) {
        assertThat(deadlines.respondBy(track(Track.DIGITAL_SPECIALISTKONSULTATION), officeHours(), at(from)))
                .isEqualTo(at(due));
    }

    @Test
    void aWorkingDayOnWhichTheServiceIsClosedIsUsedToItsEnd() {
        HealthcareService closed = service()
                .weekdays("08:00:00", "16:30:00")
                .closed("2026-03-04", "2026-03-04")
                .build();
        assertThat(deadlines.respondBy(track(Track.DIGITAL_SPECIALISTKONSULTATION), closed, at("2026-03-02T10:00")))
                .isEqualTo(at("2026-03-04T23:59:59"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 2026-03-02T12:00",
        "2026-03-02T14:30, 2026-03-02T16:30",
        "2026-03-06T16:00, 2026-03-09T09:30",
        "2026-12-23T16:00, 2026-12-28T09:30"
    })
    void openingHoursRunWhileTheServiceIsOpen(String from, String due) {
        assertThat(deadlines.respondBy(track(Track.SUBAKUT_KONSULT), officeHours(), at(from)))
                .isEqualTo(at(due));
    }

    @Test
    void openingHoursOfAServiceThatNeverOpensRunOn() {
        HealthcareService never = officeHours().setActive(false);
        assertThat(deadlines.respondBy(track(Track.SUBAKUT_KONSULT), never, at("2026-03-02T10:00")))
                .isEqualTo(at("2026-03-02T12:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T23:00+01:00, 2, 2026-03-04T01:00+01:00", // over midnight
        "2026-03-03T23:59:59+01:00, 2, 2026-03-04T01:59:59+01:00",
        "2026-03-04T05:00+01:00, 2, 2026-03-04T23:00+01:00", // over the day, when it is closed
        "2026-03-29T01:00+01:00, 2, 2026-03-29T04:00+02:00", // two o'clock never came
        "2026-03-28T22:00+01:00, 7, 2026-03-29T06:00+02:00", // a night of seven hours
        "2026-03-28T22:00+01:00, 8, 2026-03-29T23:00+02:00",
        "2026-10-25T01:30+02:00, 2, 2026-10-25T02:30+01:00", // two o'clock came twice
        "2026-10-25T02:30+02:00, 2, 2026-10-25T03:30+01:00",
        "2026-10-25T02:30+01:00, 2, 2026-10-25T04:30+01:00",
        "2026-10-24T22:00+02:00, 9, 2026-10-25T06:00+01:00", // a night of nine hours
        "2026-12-23T23:00+01:00, 2, 2026-12-24T01:00+01:00", // a night that began before the holiday
        "2026-12-24T05:00+01:00, 2, 2026-12-27T23:00+01:00" // none begins on one
    })
    void openingHoursRunOverMidnightAndClockChange(OffsetDateTime from, String hours, OffsetDateTime due) {
        HealthcareService nights = service()
                .open(List.of(), "22:00:00", "06:00:00")
                .respondsWithin(hours, "h")
                .build();
        assertThat(deadlines.respondBy(track(Track.SUBAKUT_KONSULT), nights, from.toInstant()))
                .isEqualTo(due.toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27T16:00+01:00, 2026-03-30T09:30+02:00",
        "2026-10-23T16:00+02:00, 2026-10-26T09:30+01:00",
        "2026-05-13T16:00+02:00, 2026-05-15T09:30+02:00", // Ascension Day
        "2026-12-30T16:00+01:00, 2027-01-04T09:30+01:00" // New Year
    })
    void openingHoursRunOnAfterAWeekendOrAHoliday(OffsetDateTime from, OffsetDateTime due) {
        assertThat(deadlines.respondBy(track(Track.SUBAKUT_KONSULT), officeHours(), from.toInstant()))
                .isEqualTo(due.toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T23:59:59+01:00, 2026-03-04T16:30+01:00", // the last second of a day
        "2026-03-03T00:00+01:00, 2026-03-05T16:30+01:00",
        "2026-03-02T23:30Z, 2026-03-05T16:30+01:00", // in Stockholm it is the day after
        "2026-06-30T22:30Z, 2026-07-03T16:30+02:00",
        "2026-03-27T23:30+01:00, 2026-03-31T16:30+02:00",
        "2026-10-23T23:30+02:00, 2026-10-27T16:30+01:00",
        "2026-06-18T10:00+02:00, 2026-06-23T16:30+02:00" // Midsummer
    })
    void workingDaysAreThoseOfStockholm(OffsetDateTime from, OffsetDateTime due) {
        assertThat(deadlines.respondBy(track(Track.DIGITAL_SPECIALISTKONSULTATION), officeHours(), from.toInstant()))
                .isEqualTo(due.toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T23:30+01:00, 2026-12-25T00:30+01:00",
        "2026-03-29T01:30+01:00, 2026-03-29T03:30+02:00",
        "2026-10-25T02:30+02:00, 2026-10-25T02:30+01:00"
    })
    void elapsedTimeRunsDayAndNight(OffsetDateTime from, OffsetDateTime due) {
        assertThat(deadlines.respondBy(track(Track.AKUT_REMISS), officeHours(), from.toInstant()))
                .isEqualTo(due.toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "DIGITAL_SPECIALISTKONSULTATION, 1, d, 2026-03-03T16:30",
        "DIGITAL_SPECIALISTKONSULTATION, 0.5, d, 2026-03-03T16:30",
        "DIGITAL_SPECIALISTKONSULTATION, 4, h, 2026-03-03T09:30",
        "SUBAKUT_KONSULT, 30, min, 2026-03-02T14:30",
        "SUBAKUT_KONSULT, 1, d, 2026-03-03T16:30",
        "AKUT_REMISS, 1, d, 2026-03-03T14:00",
        "AKUT_REMISS, 1.5, h, 2026-03-02T15:30"
    })
    void aServicesOwnResponseTimeOverridesTheTracks(Track track, String value, String unit, String due) {
        HealthcareService service = service()
                .weekdays("08:00:00", "16:30:00")
                .respondsWithin(value, unit)
                .build();
        assertThat(deadlines.respondBy(track(track), service, at("2026-03-02T14:00")))
                .isEqualTo(at(due));
    }

    @Test
    void anUnreadableOwnResponseTimeLeavesTheTracks() {
        HealthcareService service = service()
                .weekdays("08:00:00", "16:30:00")
                .respondsWithin("2", "mo")
                .build();
        assertThat(deadlines.respondBy(track(Track.SUBAKUT_KONSULT), service, at("2026-03-02T10:00")))
                .isEqualTo(at("2026-03-02T12:00"));
    }

    private TrackDefinition track(Track track) {
        return tracks.find(track.code()).orElseThrow();
    }
}
