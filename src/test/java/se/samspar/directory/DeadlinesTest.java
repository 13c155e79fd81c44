package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.directory.ServiceBuilder.at;
import static se.samspar.directory.ServiceBuilder.officeHours;
import static se.samspar.directory.ServiceBuilder.service;

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

    @Test
    void elapsedTimeRunsDayAndNight() {
        assertThat(deadlines.respondBy(track(Track.AKUT_REMISS), officeHours(), at("2026-12-24T23:30")))
                .isEqualTo(at("2026-12-24T23:30")
                        .plus(track(Track.AKUT_REMISS).response().duration()));
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
