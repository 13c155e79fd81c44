package se.samspar.directory;

import java.time.Duration;
import java.util.Set;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.Track;

/**
 * What a track allows, as its concept in {@code CodeSystem/track} says (TRK-1 to TRK-9).
 *
 * @param urgency {@code acute}, {@code sub-acute} or {@code elective}
 * @param startedBy care levels whose units may start it
 * @param receivedBy care levels whose units may receive on it
 * @param priorities request priorities it allows
 * @param responseTime time to a first response; counts days where the calendar is working days
 */
public record TrackDefinition(
        Track track,
        String urgency,
        Set<CareLevel> startedBy,
        Set<CareLevel> receivedBy,
        Set<String> priorities,
        Duration responseTime,
        ResponseCalendar calendar) {}
