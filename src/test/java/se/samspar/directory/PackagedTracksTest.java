package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.Track;

/** The tracks as the package has them. */
class PackagedTracksTest {

    /** Where each direction leads; a track that goes both ways is received on both sides. */
    private static final Map<String, Set<CareLevel>> RECEIVERS = Map.of(
            "to-primary-care", EnumSet.of(CareLevel.PRIMARY_CARE),
            "to-specialised-care", EnumSet.of(CareLevel.SPECIALISED_OUTPATIENT, CareLevel.HOSPITAL_INPATIENT),
            "both", EnumSet.of(CareLevel.PRIMARY_CARE, CareLevel.SPECIALISED_OUTPATIENT, CareLevel.HOSPITAL_INPATIENT));

    private static TrackCatalogue packaged() {
        return TrackCatalogueTest.packaged();
    }

    @Test
    void saysWhatTheDigitalConsultationAllows() {
        TrackDefinition track =
                packaged().find("digital-specialistkonsultation").orElseThrow();
        assertThat(track.urgency()).isEqualTo("elective");
        assertThat(track.startedBy()).containsExactly(CareLevel.PRIMARY_CARE);
        assertThat(track.receivedBy())
                .containsExactlyInAnyOrder(CareLevel.SPECIALISED_OUTPATIENT, CareLevel.HOSPITAL_INPATIENT);
        assertThat(track.priorities()).containsExactlyInAnyOrder("routine", "urgent");
        assertThat(track.response()).isEqualTo(new ResponseTime(Duration.ofDays(2), ResponseCalendar.WORKING_DAYS));
        assertThat(track.rules()).contains(RuleCode.THREE_PARTIES, RuleCode.WORK_UP_DOCUMENTED);
        assertThat(track.meeting()).contains(TrackMeeting.VIDEO);
        assertThat(track.outcomes()).containsEntry(ConsultationOutcome.VISIT_NEEDED, Optional.of(Track.ELEKTIV_REMISS));
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryTrack(Track track) {
        TrackDefinition definition = packaged().find(track.code()).orElseThrow();
        assertThat(definition.track()).isEqualTo(track);
        assertThat(definition.startedBy()).isNotEmpty();
        assertThat(definition.receivedBy()).isNotEmpty();
        assertThat(definition.priorities()).isNotEmpty();
        assertThat(definition.response().duration()).isPositive();
        assertThat(definition.outcomes()).isNotEmpty();
        assertThat(definition.conversions()).doesNotContain(track);
    }

    @Test
    void knowsNoOther() {
        assertThat(packaged().find("brevduva")).isEmpty();
        assertThat(packaged().find(null)).isEmpty();
    }

    /** Nothing reads the property: clients do. */
    @ParameterizedTest
    @EnumSource
    void theDirectionAgreesWithWhoStartsAndReceives(Track track) {
        TrackDefinition definition = packaged().find(track.code()).orElseThrow();
        String direction = direction(track);
        assertThat(definition.receivedBy()).containsExactlyInAnyOrderElementsOf(RECEIVERS.get(direction));
        if (direction.equals("to-primary-care")) {
            assertThat(definition.startedBy()).doesNotContain(CareLevel.PRIMARY_CARE);
        }
        if (direction.equals("both")) {
            assertThat(definition.startedBy()).containsAll(definition.receivedBy());
        }
    }

    private static String direction(Track track) {
        return PackagedResource.read(FhirContext.forR4Cached(), CodeSystem.class, "track").getConcept().stream()
                .filter(concept -> concept.getCode().equals(track.code()))
                .flatMap(concept -> concept.getProperty().stream())
                .filter(property -> property.getCode().equals("direction"))
                .map(property -> property.getValue().primitiveValue())
                .findFirst()
                .orElseThrow();
    }
}
