package se.samspar.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.Same;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** A region introduces a national pathway, and does what has to be done for that (PWY-3, UPP-2). */
@Component
class IntroductionService {

    private final ResourceStore store;
    private final Directory directory;
    private final PathwayAuthority authority;
    private final Clock clock;

    IntroductionService(ResourceStore store, Directory directory, PathwayAuthority authority, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.authority = authority;
        this.clock = clock;
    }

    /** The regional pathway: the national one as it is now, with what the region says. */
    PlanDefinition introduce(PlanDefinition national, IntroductionRequest request, List<Justification> justifications) {
        Reference region = request.region();
        directory.resolve(region);
        Organization introducing = directory
                .organization(region)
                .orElseThrow(() -> ParameterRefused.unknown(
                        "region",
                        "There is no such organization.",
                        "Name the region as Organization/id or by its HSA-id."));
        authority.requireIntroduction(region);
        store.update(national);
        PlanDefinition regional = ofRegion(national, region, introducing.getName());
        request.goal().forEach(goal -> regional.addGoal().getDescription().setText(goal.getValue()));
        regional.addExtension(request.analysis());
        request.actions().forEach(action -> regional.addExtension(resolved(action)));
        justifications.forEach(justification -> justification.attachTo(regional));
        return store.create(regional);
    }

    private PlanDefinition ofRegion(PlanDefinition national, Reference region, String publisher) {
        String url = national.getUrl() + "-" + region.getReferenceElement().getIdPart();
        PlanDefinition regional = Same.content(national);
        regional.setIdentifier(null).setText(null);
        regional.setUrl(url).setVersion(nextVersion(national, url)).setPublisher(publisher);
        regional.getExtension()
                .removeIf(extension ->
                        KeptInPathways.isKept(extension) || Extensions.CONSULTED_BODY.equals(extension.getUrl()));
        regional.addRelatedArtifact()
                .setType(RelatedArtifactType.DERIVEDFROM)
                .setResource(national.getUrl() + "|" + national.getVersion());
        regional.addExtension(new Extension(Extensions.REGION, region));
        Pathways.enter(regional, PathwayState.INTRODUCED, store.actor(), clock.instant(), Optional.empty());
        return regional;
    }

    /** The national version, and how many times the region has introduced the pathway. */
    private String nextVersion(PlanDefinition national, String url) {
        store.serialize(Versions.key(url));
        int introductions = store.ids(PlanDefinition.class, Versions.query(url)).size();
        return national.getVersion() + "-" + (introductions + 1);
    }

    private Extension resolved(Extension action) {
        action.getExtensionsByUrl("responsible").stream()
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .forEach(responsible -> directory.resolve((Reference) responsible));
        return action;
    }

    PlanDefinition completeAction(
            PlanDefinition regional, String id, Optional<DateType> done, List<Justification> justifications) {
        authority.requireIntroduction(Pathways.region(regional).orElseGet(Reference::new));
        Extension action = Pathways.named(Pathways.actions(regional), id)
                .orElseThrow(() -> ParameterRefused.unknown(
                        "action",
                        "The introduction has no such action.",
                        "Name an action by the id that stands in it."));
        if (action.hasExtension("done")) {
            throw ParameterRefused.invalid("action", "The action is done already.", "Nothing is left to do.");
        }
        LocalDate today = clock.instant().atZone(SwedishTime.ZONE).toLocalDate();
        DateType day = done.orElseGet(() -> new DateType(today.toString()));
        if (!Pathways.isDay(day) || LocalDate.parse(day.getValueAsString()).isAfter(today)) {
            throw ParameterRefused.invalid(
                    "done", "Parameter done is no day until today.", "Send the day on which it was done.");
        }
        action.addExtension("done", day);
        justifications.forEach(justification -> justification.attachTo(regional));
        return store.update(regional);
    }
}
