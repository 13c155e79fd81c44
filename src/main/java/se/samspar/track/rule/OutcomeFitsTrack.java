package se.samspar.track.rule;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.Communications;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A final answer leads somewhere that its track goes, so that the requester knows what to expect. */
@RuleInfo(
        code = "outcome-fits-track",
        severity = Severity.BLOCK,
        requirement = "TRK-9",
        remedy = "Choose an outcome that the track allows (track-outcome in the ActivityDefinition of the track).")
final class OutcomeFitsTrack implements Rule<Communication> {

    private final TrackCatalogue tracks;

    OutcomeFitsTrack(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(Communication answer, RuleContext context) {
        if (!Answers.isNewFinal(answer, context)) {
            return Stream.empty();
        }
        return Answers.request(answer, context).flatMap(tracks::of).stream()
                .map(track -> track.outcomes().keySet())
                .filter(allowed -> Communications.outcome(answer)
                        .filter(outcome -> !allowed.contains(outcome))
                        .isPresent())
                .map(allowed -> Finding.at(
                        "Communication.extension",
                        "The track has no such outcome. It has: "
                                + allowed.stream()
                                        .map(ConsultationOutcome::code)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
