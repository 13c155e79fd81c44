package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.Track;

class TrackCatalogueTest {

    private final TrackCatalogue tracks = new TrackCatalogue(FhirContext.forR4Cached());

    @Test
    void saysWhatTheDigitalConsultationAllows() {
        assertThat(tracks.find("digital-specialistkonsultation"))
                .contains(new TrackDefinition(
                        Track.DIGITAL_SPECIALISTKONSULTATION,
                        "elective",
                        Set.of(CareLevel.PRIMARY_CARE),
                        Set.of(CareLevel.SPECIALISED_OUTPATIENT, CareLevel.HOSPITAL_INPATIENT),
                        Set.of("routine", "urgent"),
                        Duration.ofDays(2),
                        ResponseCalendar.WORKING_DAYS));
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryTrack(Track track) {
        TrackDefinition definition = tracks.find(track.code()).orElseThrow();
        assertThat(definition.track()).isEqualTo(track);
        assertThat(definition.startedBy()).isNotEmpty();
        assertThat(definition.receivedBy()).isNotEmpty();
        assertThat(definition.priorities()).isNotEmpty();
        assertThat(definition.responseTime()).isPositive();
    }

    @Test
    void knowsNoOther() {
        assertThat(tracks.find("brevduva")).isEmpty();
        assertThat(tracks.find(null)).isEmpty();
    }
}
