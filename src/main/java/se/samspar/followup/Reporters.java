package se.samspar.followup;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Optional;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.ParameterRefused;
import se.samspar.rule.Actor;
import se.samspar.store.ResourceStore;

/** Who may have whose figures: a unit its own and those of the region as a whole, an administrator those of all. */
@Component
class Reporters {

    private final ResourceStore store;
    private final Directory directory;

    Reporters(ResourceStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /**
     * @param asked {@code Organization/id} or an HSA-id; the region as a whole when empty
     * @throws ForbiddenOperationException when they are another unit's
     */
    Reporter of(Optional<String> asked) {
        Actor actor = store.actor();
        boolean administrates = actor.has(Actor.ADMIN_SCOPE);
        if (actor.unit().isEmpty() && !administrates) {
            throw new ForbiddenOperationException("The token names no unit of the directory.");
        }
        if (asked.isEmpty()) {
            return Reporter.REGION;
        }
        Optional<String> id = asked.flatMap(directory::unitId);
        if (id.isPresent() && id.equals(actor.unit())) {
            return reporter(id.get(), true);
        }
        if (!administrates) {
            throw new ForbiddenOperationException(
                    "A unit sees its own figures and, without a reporter, those of the region as a whole.");
        }
        return reporter(id.orElse(""), false);
    }

    private Reporter reporter(String known, boolean isOwn) {
        Organization organization = directory
                .organization(new Reference("Organization/" + known))
                .orElseThrow(() -> ParameterRefused.unknown(
                        "reporter",
                        "There is no such organization.",
                        "Name a unit or care provider of the directory."));
        Optional<String> provider = Optional.of(
                Directory.careProvider(organization).getReferenceElement().getIdPart());
        return new Reporter(Optional.of(known), provider.filter(whole -> !whole.equals(known)), isOwn);
    }
}
