package se.samspar.track.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.CanonicalSystems;

/** A direct track passes the emergency department by, so only its own condition goes on it. */
@RuleInfo(
        code = "direct-track-condition",
        severity = Severity.BLOCK,
        requirement = "TRK-1",
        remedy = "State the suspected condition of the track in reasonCode.coding, or choose the track that fits the"
                + " condition.")
final class DirectTrackCondition implements Rule<ServiceRequest> {

    private final TrackCatalogue tracks;
    private final CanonicalSystems systems;

    DirectTrackCondition(TrackCatalogue tracks, CanonicalSystems systems) {
        this.tracks = tracks;
        this.systems = systems;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        if (!Requests.isToBeJudged(request, context, ServiceRequest::getCategory, ServiceRequest::getReasonCode)) {
            return Stream.empty();
        }
        return tracks
                .of(request)
                .filter(track -> track.asksFor(RuleCode.DIRECT_TRACK_CONDITION))
                .filter(track -> !suspects(request, track))
                .map(track -> Finding.at(
                        "ServiceRequest.reasonCode", "No suspected condition of the track stands as a code."))
                .stream();
    }

    private boolean suspects(ServiceRequest request, TrackDefinition track) {
        return request.getReasonCode().stream()
                .flatMap(reason -> reason.getCoding().stream())
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .anyMatch(coding -> track.conditions().stream().anyMatch(condition -> isBelow(coding, condition)));
    }

    /**
     * ICD-10 codes begin with the code of the group that they belong to; the dot is a matter of spelling. A region may
     * have named the system of its condition by an alias.
     */
    private boolean isBelow(Coding coding, Coding condition) {
        return systems.canonical(condition.getSystem()).equals(coding.getSystem())
                && plain(coding).startsWith(plain(condition));
    }

    private static String plain(Coding coding) {
        return coding.getCode().replace(".", "");
    }
}
