package se.samspar.security;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Slot;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Parties;
import se.samspar.fhir.Same;
import se.samspar.rule.Actor;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessLabels;
import se.samspar.store.Participations;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;
import se.samspar.store.UnitOf;
import se.samspar.store.WriteGuard;

/** By plain REST a unit writes what is its own: each type names the unit that answers for a resource. */
@Component
class UnitWriteGuard implements WriteGuard {

    private final ResourceStore store;
    private final Participations participations;

    UnitWriteGuard(ResourceStore store, Participations participations) {
        this.store = store;
        this.participations = participations;
    }

    @Override
    public void permit(Resource resource, Optional<Resource> previous, RuleContext context) {
        Actor actor = context.actor();
        String type = resource.fhirType();
        previous.filter(before -> !TypeAccess.sees(actor, before)).ifPresent(hidden -> {
            throw new ResourceNotFoundException(hidden.getIdElement().toUnqualifiedVersionless());
        });
        if (previous.filter(before -> addsLabels(resource, before)).isPresent() && !isAdministrator(actor)) {
            throw new ForbiddenOperationException(
                    "Tags and security labels in meta are set as a " + type + " is created, or by an administrator.");
        }
        boolean permitted;
        if (TypeAccess.isAdministered(type)) {
            permitted = actor.has(Actor.ADMIN_SCOPE) || isOwnServiceContact(resource, previous, actor);
        } else if (type.equals("Patient")) {
            permitted = actor.has(Actor.POPULATION_SCOPE);
        } else if (type.equals("Provenance")) {
            permitted = true; // nobody writes one: the rule server-written says so, and what to do instead
        } else {
            permitted = answersFor(resource, context)
                    && previous.map(before -> answersFor(before, context)).orElse(true);
            requireOwnStaff(resource, actor);
            requireOwnRequests(resource, actor);
        }
        if (!permitted) {
            throw new ForbiddenOperationException(
                    isOwnService(previous, actor)
                            ? "Of its own services a unit changes availableTime, notAvailable, availabilityExceptions and"
                                    + " telecom; the rest needs the scope " + Actor.ADMIN_SCOPE + "."
                            : "Another unit answers for this " + type + ", or it is written by an operation or an"
                                    + " administrator only.");
        }
    }

    private static boolean isAdministrator(Actor actor) {
        return actor.has(Actor.ADMIN_SCOPE) || actor.has(Actor.POPULATION_SCOPE);
    }

    /** Labels are no content, so who may add a note might label what another unit answers for. */
    private static boolean addsLabels(Resource resource, Resource before) {
        return AccessLabels.others(resource.getMeta().getTag())
                        .anyMatch(tag -> before.getMeta().getTag(tag.getSystem(), tag.getCode()) == null)
                || AccessLabels.others(resource.getMeta().getSecurity())
                        .anyMatch(label -> before.getMeta().getSecurity(label.getSystem(), label.getCode()) == null);
    }

    private boolean answersFor(Resource resource, RuleContext context) {
        return ofCalendar(resource).anyMatch(reference -> actsFor(reference, context.actor()))
                || context.actor()
                        .unit()
                        .filter(participations.writers(resource, context)::contains)
                        .isPresent();
    }

    /** The calendar, which every unit sees, is kept by the unit whose service it is for. */
    private Stream<Reference> ofCalendar(Resource resource) {
        if (resource instanceof Schedule schedule) {
            return schedule.getActor().stream();
        }
        return resource instanceof Slot slot ? UnitOf.slot(slot, Records.of(store)).stream() : Stream.empty();
    }

    /**
     * Whoever sees an attachment is told by its requests: those who only see a request attach nothing to it. One that the
     * unit does not see is to it as if it were not there, which the rule reference-known says.
     */
    private void requireOwnRequests(Resource resource, Actor actor) {
        boolean ofOthers = resource instanceof DocumentReference document
                && requests(document.getContext().getRelated())
                        .filter(request -> actor.unit()
                                .filter(unit -> AccessLabels.coversAlready(request, unit))
                                .isPresent())
                        .anyMatch(request -> Parties.of(request).noneMatch(unit -> actsFor(unit, actor)));
        if (ofOthers) {
            throw new ForbiddenOperationException(
                    "Only the requesting and the receiving unit attach documents to a request.");
        }
    }

    /** Who recorded, found out and did it works at the unit that writes. */
    private void requireOwnStaff(Resource resource, Actor actor) {
        if (!staff(resource).allMatch(person -> isOwnStaff(person, actor))) {
            throw new ForbiddenOperationException("The " + resource.fhirType() + " names somebody of another unit: whom"
                    + " it names as recorder, asserter or performer has to belong to your unit, and is named by a"
                    + " reference without identifier and display.");
        }
    }

    private static Stream<Reference> staff(Resource resource) {
        if (resource instanceof Condition condition) {
            return Stream.of(condition.getRecorder(), condition.getAsserter());
        } else if (resource instanceof Procedure procedure) {
            return Stream.concat(
                    Stream.of(procedure.getRecorder(), procedure.getAsserter()),
                    procedure.getPerformer().stream()
                            .flatMap(performer -> Stream.of(performer.getActor(), performer.getOnBehalfOf())));
        } else if (resource instanceof Observation value) {
            return value.getPerformer().stream();
        }
        return Stream.empty();
    }

    /** By reference only, for what else a name or a number beside it says nobody has looked up. */
    private boolean isOwnStaff(Reference person, Actor actor) {
        if (person.isEmpty()) {
            return true;
        }
        boolean isOwn =
                switch (String.valueOf(person.getReferenceElement().getResourceType())) {
                    case "Organization", "PractitionerRole" -> actsFor(person, actor);
                    case "Practitioner" -> store
                            .search(
                                    PractitionerRole.class,
                                    "practitioner=Practitioner/"
                                            + person.getReferenceElement().getIdPart())
                            .stream()
                            .anyMatch(role -> actor.actsFor(role.getOrganization()));
                    case "Patient", "RelatedPerson", "Device" -> true;
                    default -> false; // named by an identifier or text alone, or contained
                };
        return isOwn && !person.hasIdentifier() && !person.hasDisplay();
    }

    private Stream<Reference> ofEncounter(Reference encounter) {
        return store.find(encounter, Encounter.class).map(Encounter::getServiceProvider).stream();
    }

    private Stream<ServiceRequest> requests(List<Reference> references) {
        return references.stream().flatMap(request -> store.find(request, ServiceRequest.class).stream());
    }

    private boolean actsFor(Reference unitOrIts, Actor actor) {
        return UnitOf.actor(unitOrIts, Records.of(store)).filter(actor::actsFor).isPresent();
    }

    /** A unit keeps hours and contacts of its own services itself; the rest of them is the administrator's. */
    private static boolean isOwnServiceContact(Resource resource, Optional<Resource> previous, Actor actor) {
        return resource instanceof HealthcareService service
                && isOwnService(previous, actor)
                && previous.orElse(null) instanceof HealthcareService before
                && withoutContact(service).equalsDeep(withoutContact(before));
    }

    private static boolean isOwnService(Optional<Resource> previous, Actor actor) {
        return previous.orElse(null) instanceof HealthcareService before && actor.actsFor(before.getProvidedBy());
    }

    private static HealthcareService withoutContact(HealthcareService service) {
        HealthcareService rest = Same.content(service);
        rest.setAvailableTime(null)
                .setNotAvailable(null)
                .setAvailabilityExceptions(null)
                .setTelecom(null);
        rest.setText(null);
        return rest;
    }
}
