package se.samspar.track.rule;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.Communications;
import se.samspar.fhir.generated.Track;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * A patient who needs a visit is not left to wait for a referral that nobody wrote: an outcome from which a request on
 * another track follows comes with that request.
 */
@RuleInfo(
        code = "follow-on-referral",
        severity = Severity.BLOCK,
        requirement = "DSK-9",
        remedy = "Answer by $answer, which makes the referral and links it: to the receiver that it names, or to the"
                + " answering unit where it names none.")
final class FollowOnReferral implements Rule<Communication> {

    private static final Set<ServiceRequestStatus> VOID =
            EnumSet.of(ServiceRequestStatus.REVOKED, ServiceRequestStatus.ENTEREDINERROR);

    private final TrackCatalogue tracks;

    FollowOnReferral(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(Communication answer, RuleContext context) {
        if (!Answers.isNewFinal(answer, context)) {
            return Stream.empty();
        }
        return Answers.request(answer, context)
                .filter(request -> followOn(request, answer)
                        .filter(track ->
                                referrals(request, track, context).findAny().isEmpty())
                        .isPresent())
                .map(request -> Finding.at(
                        "Communication.extension", "The outcome calls for another request, but none follows this one."))
                .stream();
    }

    private Optional<Track> followOn(ServiceRequest request, Communication answer) {
        return tracks.of(request).map(TrackDefinition::outcomes).flatMap(outcomes -> Communications.outcome(answer)
                .flatMap(given -> outcomes.getOrDefault(given, Optional.empty())));
    }

    private static Stream<ServiceRequest> referrals(ServiceRequest request, Track track, RuleContext context) {
        String query = "based-on=ServiceRequest/" + request.getIdElement().getIdPart();
        return context.search(ServiceRequest.class, query).stream()
                .filter(referral -> !VOID.contains(referral.getStatus()))
                .filter(referral -> referral.getCategory().stream().anyMatch(track::isIn));
    }
}
