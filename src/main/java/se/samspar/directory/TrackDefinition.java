package se.samspar.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.Track;

/**
 * What a track asks for, allows and leads to: its concept in {@code CodeSystem/track} and its {@code
 * ActivityDefinition}, which a region may replace (TRK-1 to TRK-9).
 *
 * @param urgency {@code acute}, {@code sub-acute} or {@code elective}
 * @param startedBy care levels whose units may start it
 * @param receivedBy care levels whose units may receive on it
 * @param response time to a first response
 * @param responses the same by the request priorities that the track allows
 * @param rules about content and participants that hold on it
 * @param conditions suspected conditions that it is for; none where it is for any
 * @param careCommitment does the acceptance make a care commitment?
 * @param advice do its requests ask for advice, of which a referral is made only where the requester allows it?
 * @param handsBack does the sender's care commitment end when the receiver accepts?
 * @param contactOnDuty is the contact of a service whoever is on duty there?
 * @param meeting where an accepted request is taken up
 * @param outcomes of a final answer, with the track of the request that follows from one
 * @param endingCommitment outcomes with which the receiver's care commitment ends
 * @param conversions tracks to which either unit may convert a request
 * @param escalation track on which the receiving unit has the function that takes over what is overdue
 */
public record TrackDefinition(
        Track track,
        String urgency,
        Set<CareLevel> startedBy,
        Set<CareLevel> receivedBy,
        ResponseTime response,
        Map<String, ResponseTime> responses,
        Set<RuleCode> rules,
        List<Coding> conditions,
        boolean careCommitment,
        boolean advice,
        boolean handsBack,
        boolean contactOnDuty,
        Optional<TrackMeeting> meeting,
        Map<ConsultationOutcome, Optional<Track>> outcomes,
        Set<ConsultationOutcome> endingCommitment,
        Set<Track> conversions,
        Optional<Track> escalation) {

    /** The request priorities that the track allows. */
    public Set<String> priorities() {
        return responses.keySet();
    }

    /** Does the receiver's care commitment end with this outcome of a final answer? */
    public boolean endsCommitment(Optional<ConsultationOutcome> outcome) {
        return outcome.filter(endingCommitment::contains).isPresent();
    }

    /** Does a rule about content or participants hold on this track? */
    public boolean asksFor(RuleCode rule) {
        return rules.contains(rule);
    }
}
