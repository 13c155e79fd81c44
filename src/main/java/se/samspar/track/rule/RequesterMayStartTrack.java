package se.samspar.track.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.Directory;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * Each track is made for some levels of the care chain. A request that comes from another has a requester who started
 * that one: where it may go on is {@code conversion-allowed} and the outcomes of the track.
 */
@RuleInfo(
        code = "requester-may-start-track",
        severity = Severity.BLOCK,
        requirement = "TRK-1,TRK-2,TRK-3,TRK-4,TRK-5,TRK-6,TRK-7,TRK-8",
        remedy = "Choose a track that your unit may start; HealthcareService/$find-tracks with from = your unit lists"
                + " them.")
final class RequesterMayStartTrack implements Rule<ServiceRequest> {

    /** National code: the referring unit's HSA-id is unknown. */
    private static final String UNKNOWN_REQUESTER = "PR001";

    private static final Set<String> REQUESTERS = Set.of("PractitionerRole", "Organization");

    private final TrackCatalogue tracks;
    private final Directory directory;

    RequesterMayStartTrack(TrackCatalogue tracks, Directory directory) {
        this.tracks = tracks;
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        if (Requests.comesFromAnother(request, context)
                || !Requests.isToBeJudged(
                        request, context, ServiceRequest::getCategory, judged -> List.of(judged.getRequester()))) {
            return Stream.empty();
        }
        if (Requests.tracks(request).count() > 1) {
            return Stream.of(Finding.at("ServiceRequest.category", "A request goes on one track only."));
        }
        Optional<TrackDefinition> track = tracks.of(request);
        if (track.isEmpty()) {
            return Stream.empty();
        }
        Optional<Organization> unit = directory.unitOf(request.getRequester());
        if (unit.isEmpty()) {
            return Stream.of(unknown(request.getRequester()));
        }
        boolean mayStart = unit.flatMap(directory::careLevel)
                .filter(track.get().startedBy()::contains)
                .isPresent();
        return mayStart
                ? Stream.empty()
                : Stream.of(Finding.at(
                        "ServiceRequest.requester", "A unit of the requester's care level does not start this track."));
    }

    private static Finding unknown(Reference requester) {
        String type = requester.getReferenceElement().getResourceType();
        if (type != null && !REQUESTERS.contains(type)) {
            return Finding.at(
                    "ServiceRequest.requester",
                    "A requester is a PractitionerRole or an Organization, not a %s.".formatted(type));
        }
        return Finding.at(
                        "ServiceRequest.requester",
                        "The requester is no unit in the directory, nor someone who has one role at your unit.")
                .withNationalCode(UNKNOWN_REQUESTER);
    }
}
