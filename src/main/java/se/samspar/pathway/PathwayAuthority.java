package se.samspar.pathway;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.rule.Actor;
import se.samspar.store.ResourceStore;

/** Who does what with pathways: an administrator everything, others what their scope and their unit are for. */
@Component
class PathwayAuthority {

    /** May send to consultation and revise: the national working group. */
    static final String AUTHOR_SCOPE = "samspar/pathway-author";

    /** May approve and retire national pathways: the steering group. */
    static final String APPROVAL_SCOPE = "samspar/pathway-approval";

    /** May introduce pathways in the own region, follow that up, and retire them there. */
    static final String INTRODUCTION_SCOPE = "samspar/pathway-introduction";

    private static final Map<PathwayState, String> SCOPES = Map.of(
            PathwayState.CONSULTATION, AUTHOR_SCOPE,
            PathwayState.REVISION, AUTHOR_SCOPE,
            PathwayState.APPROVED, APPROVAL_SCOPE,
            PathwayState.RETIRED, APPROVAL_SCOPE);

    private final ResourceStore store;
    private final Directory directory;

    PathwayAuthority(ResourceStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    void requireAdvance(PlanDefinition pathway, PathwayState to) {
        Optional<Reference> region = Pathways.region(pathway);
        if (region.isPresent()) {
            requireIntroduction(region.get());
        } else {
            require(SCOPES.getOrDefault(to, Actor.ADMIN_SCOPE));
        }
    }

    void requireAuthor() {
        require(AUTHOR_SCOPE);
    }

    /** A region introduces its own pathways. */
    void requireIntroduction(Reference region) {
        require(INTRODUCTION_SCOPE);
        if (!store.actor().has(Actor.ADMIN_SCOPE) && !isOwn(region)) {
            throw new ForbiddenOperationException("With " + INTRODUCTION_SCOPE
                    + " a unit introduces pathways in its own region; others need the scope " + Actor.ADMIN_SCOPE
                    + ".");
        }
    }

    /**
     * The consulted body that the acting unit is, or belongs to.
     *
     * @throws ForbiddenOperationException when there is none
     */
    Reference requireConsulted(PlanDefinition pathway) {
        return Pathways.consultedBodies(pathway)
                .filter(this::isOwn)
                .findFirst()
                .orElseThrow(() -> new ForbiddenOperationException(
                        "Units of the consulted bodies comment on a pathway, and yours is none of them."));
    }

    private void require(String scope) {
        if (!store.actor().has(Actor.ADMIN_SCOPE) && !store.actor().has(scope)) {
            throw new ForbiddenOperationException(
                    "The token needs the scope " + scope + " or " + Actor.ADMIN_SCOPE + ".");
        }
    }

    /** Is it the acting unit, or its care provider? */
    private boolean isOwn(Reference organization) {
        Optional<Organization> own = store.actor().organization().flatMap(directory::organization);
        String id = organization.getReferenceElement().getIdPart();
        return id != null
                && own.filter(unit -> id.equals(unit.getIdElement().getIdPart())
                                || id.equals(
                                        unit.getPartOf().getReferenceElement().getIdPart()))
                        .isPresent();
    }
}
