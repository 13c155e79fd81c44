package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.RequestVersionReason;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;
import se.samspar.track.state.RequestContent;

/** Dates and versions requests, and turns units and roles named by their HSA-id into references, which name one only. */
@Component
class RequestPreparation implements Preparation<ServiceRequest> {

    private final Directory directory;

    RequestPreparation(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void prepare(ServiceRequest request, RuleContext context) {
        Optional<ServiceRequest> previous = context.previous(request);
        Stream.concat(Stream.of(request.getRequester()), request.getPerformer().stream())
                .forEach(unit -> {
                    if (previous.isEmpty() && !isNamedOnce(unit, context)) {
                        throw new UnprocessableEntityException("An identifier of the requester or the performer is not"
                                + " one of what its reference leads to: leave one of them out.");
                    }
                    directory.resolve(unit);
                });
        nameRoles(request, context);
        if (previous.isPresent() && context.isWrittenByClient(request)) {
            RequestContent.keepServerSet(request, previous.get());
        }
        if (previous.isEmpty()) {
            request.setAuthoredOn(Date.from(context.now()));
            RequestContent.startVersions(request);
        } else if (RequestContent.differs(previous.get(), request)) {
            RequestContent.nextVersion(
                    request,
                    previous.get(),
                    Base.compareDeep(previous.get().getPerformer(), request.getPerformer(), true)
                            ? RequestVersionReason.AR
                            : RequestVersionReason.VR);
        } else {
            RequestContent.keepVersion(request, previous.get());
        }
    }

    /** People stand as their roles: the requester at the unit that acts, who takes over a patient at the receiver. */
    private void nameRoles(ServiceRequest request, RuleContext context) {
        context.actor()
                .unit()
                .ifPresent(unit -> nameRole(request.getRequester(), new Reference("Organization/" + unit)));
        request.getExtensionsByUrl(Extensions.NAMED_RECEIVER).stream()
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .forEach(role -> nameRole((Reference) role, request.getPerformerFirstRep()));
    }

    private void nameRole(Reference role, Reference unit) {
        if (!role.hasReference() && role.hasIdentifier()) {
            directory
                    .roleAt(unit, role)
                    .ifPresent(found ->
                            role.setReferenceElement(found.getIdElement().toUnqualifiedVersionless()));
        }
    }

    /** A role is named by an identifier of its own, of its practitioner or of its unit. */
    private boolean isNamedOnce(Reference unit, RuleContext context) {
        if (!unit.hasReference() || !unit.hasIdentifier()) {
            return true;
        }
        Optional<PractitionerRole> role = context.resolve(unit, PractitionerRole.class);
        return Stream.of(
                        role.stream().flatMap(found -> found.getIdentifier().stream()),
                        role.flatMap(found -> context.resolve(found.getPractitioner(), Practitioner.class)).stream()
                                .flatMap(person -> person.getIdentifier().stream()),
                        directory.unitOf(unit).stream().flatMap(found -> found.getIdentifier().stream()))
                .flatMap(identifiers -> identifiers)
                .anyMatch(identifier -> isSame(identifier, unit.getIdentifier()));
    }

    private static boolean isSame(Identifier known, Identifier sent) {
        return known.hasValue()
                && known.getValue().equals(sent.getValue())
                && (!sent.hasSystem() || sent.getSystem().equals(known.getSystem()));
    }
}
