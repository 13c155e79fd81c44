package se.samspar.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.Track;

/**
 * What is right by itself in the definition of a track and leads nowhere together: a rule that every request would
 * break, or a line that would never have an effect.
 */
final class TrackContradictions {

    private TrackContradictions() {}

    /** The first that is found; empty when there is none. */
    static Optional<String> first(TrackDefinition track, Map<String, TrackDefinition> tracks) {
        Map<String, Boolean> contradictions = new LinkedHashMap<>();
        boolean asksForCondition = track.asksFor(RuleCode.DIRECT_TRACK_CONDITION);
        contradictions.put(
                "track-rule direct-track-condition without any track-condition refuses every request",
                asksForCondition && track.conditions().isEmpty());
        contradictions.put(
                "track-condition has no effect without track-rule direct-track-condition",
                !asksForCondition && !track.conditions().isEmpty());
        contradictions.put(
                "track-rule conference-complete needs track-meeting conference",
                track.asksFor(RuleCode.CONFERENCE_COMPLETE) && isNot(TrackMeeting.CONFERENCE, track));
        contradictions.put(
                "track-rule three-parties needs track-meeting video",
                track.asksFor(RuleCode.THREE_PARTIES) && isNot(TrackMeeting.VIDEO, track));
        contradictions.put(
                "track-advice and track-care-commitment exclude each other: advice commits nobody",
                track.advice() && track.careCommitment());
        contradictions.put(
                "track-hands-back without track-care-commitment leaves the patient with nobody",
                track.handsBack() && !track.careCommitment());
        contradictions.put(
                "endsCommitment has no effect without track-care-commitment",
                !track.endingCommitment().isEmpty() && !track.careCommitment());
        contradictions.put(
                "track-conversion names the track itself", track.conversions().contains(track.track()));
        contradictions.put(
                "track-escalation names a track that no unit receives on which receives on this one",
                track.escalation()
                        .map(Track::code)
                        .map(tracks::get)
                        .filter(other -> Collections.disjoint(other.receivedBy(), track.receivedBy()))
                        .isPresent());
        return contradictions.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isNot(TrackMeeting meeting, TrackDefinition track) {
        return track.meeting().filter(meeting::equals).isEmpty();
    }
}
