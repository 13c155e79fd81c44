package se.samspar.track.rule;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.Directory;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** What follows from a request is read by both its units: nobody else, who may just read it, writes into its course. */
@RuleInfo(
        code = "follows-own-request",
        severity = Severity.BLOCK,
        requirement = "ALL-3",
        remedy = "Base it on a request that your unit sends or receives, or leave the reference out.")
final class FollowsOwnRequest implements Rule<Resource> {

    private final Directory directory;

    FollowsOwnRequest(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        List<Reference> before =
                context.previous(resource).map(FollowsOwnRequest::followed).orElse(List.of());
        return followed(resource).stream()
                .filter(reference -> before.stream().noneMatch(known -> known.equalsDeep(reference)))
                .filter(reference -> context.resolve(reference, ServiceRequest.class)
                        .filter(request -> !isOwn(request, context))
                        .isPresent())
                .map(reference -> Finding.at(
                        resource.fhirType() + ".basedOn", "Your unit neither sends nor receives this request."));
    }

    private static List<Reference> followed(Resource resource) {
        if (resource instanceof ServiceRequest request) {
            return Stream.concat(request.getBasedOn().stream(), request.getReplaces().stream())
                    .toList();
        }
        return resource instanceof Encounter encounter ? encounter.getBasedOn() : List.of();
    }

    private boolean isOwn(ServiceRequest request, RuleContext context) {
        return Stream.concat(Stream.of(request.getRequester()), request.getPerformer().stream())
                .flatMap(unit -> directory.unitOf(unit).stream())
                .map(Organization::getIdElement)
                .anyMatch(unit ->
                        context.actor().unit().filter(unit.getIdPart()::equals).isPresent());
    }
}
