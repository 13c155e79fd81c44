package se.samspar.security;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.rule.Actor;
import se.samspar.security.EmergencyAccesses.Access;
import se.samspar.store.AccessReason;
import se.samspar.store.Emergency;
import se.samspar.store.Participations;
import se.samspar.store.ResourceStore;

/**
 * In an emergency an employee reads what the unit does not see otherwise, blocks included: of one patient at a time, with
 * a reason that is recorded before anything is read, for a limited time, and never more than reading.
 */
@Component
class BreakGlass {

    /** Name of the servlet request attribute with the instant at which the token's emergency ends. */
    static final String END = BreakGlass.class.getName() + ".end";

    private static final Set<RestOperationTypeEnum> READS = EnumSet.of(
            RestOperationTypeEnum.READ,
            RestOperationTypeEnum.VREAD,
            RestOperationTypeEnum.HISTORY_INSTANCE,
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.GET_PAGE);

    private final ResourceStore store;
    private final Participations participations;
    private final NamedPatient named;
    private final PageLinks pageLinks;
    private final EmergencyAccesses accesses;

    BreakGlass(
            ResourceStore store,
            Participations participations,
            NamedPatient named,
            PageLinks pageLinks,
            EmergencyAccesses accesses) {
        this.pageLinks = pageLinks;
        this.store = store;
        this.participations = participations;
        this.named = named;
        this.accesses = accesses;
    }

    /** What such a token asks for is a read, and who gives a reason has such a token. */
    void require(Actor actor, RequestDetails request, RestOperationTypeEnum interaction) {
        if (!actor.isInEmergency()) {
            if (!request.getHeaders(AccessReason.HEADER).isEmpty()) {
                throw new InvalidRequestException("The header " + AccessReason.HEADER
                        + " is for emergencies, and this token is not: it needs the purpose " + Actor.EMERGENCY + ".");
            }
        } else if (!READS.contains(interaction)) {
            throw new ForbiddenOperationException("A token for an emergency (purpose " + Actor.EMERGENCY
                    + ") reads about one patient at a time, by id or by a search, and does nothing else.");
        }
    }

    /** Opens to a read or a search what is about its patient; what is about no patient needs no opening. */
    void open(Actor actor, ServletRequestDetails request) {
        if (!actor.isInEmergency()) {
            return;
        }
        requireOpened(request.getResourceName());
        if (request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE) {
            if (Emergency.OPENED.contains(request.getResourceName())) {
                named.by(request).ifPresent(patient -> open(actor, request, patient));
            }
        } else {
            patientOf(request.getId()).ifPresent(patient -> open(actor, request, patient));
        }
    }

    /** The directory and definitions are open to it as to everybody, and of the record what emergencies are about. */
    private static void requireOpened(String type) {
        if (!Emergency.OPENED.contains(type)
                && !"Binary".equals(type)
                && !TypeAccess.isOpen(type)
                && !TypeAccess.isConformance(type)) {
            throw new ForbiddenOperationException("No emergency opens " + type + ".");
        }
    }

    /** Pages on in a search that was opened, which is an access as the search was. */
    void openPage(Actor actor, ServletRequestDetails request, String page) {
        if (actor.isInEmergency()) {
            pageLinks.openedBy(actor, page).ifPresent(patient -> open(actor, request, patient));
        }
    }

    /** Records the access and opens what is about the patient. */
    private void open(Actor actor, ServletRequestDetails request, String patient) {
        if (actor.unit().isEmpty() || actor.employeeHsaId().isEmpty()) {
            throw new ForbiddenOperationException(
                    "In an emergency an employee of a unit of the directory reads, and the token names none.");
        }
        accesses.record(new Access(
                patient,
                actor.unit().get(),
                actor.employeeHsaId().get(),
                AccessReason.of(request.getHeaders(AccessReason.HEADER)),
                Instant.now(),
                (Instant) request.getServletRequest().getAttribute(END),
                String.valueOf(request.getRequestId())));
        Emergency.open(request, patient);
    }

    private Optional<String> patientOf(IIdType id) {
        boolean isFile = "Binary".equals(id.getResourceType());
        String type = isFile ? "DocumentReference" : id.getResourceType();
        return Emergency.OPENED.contains(type)
                ? store.executeAsServer(
                        () -> store.find(new Reference(type + "/" + id.getIdPart()), Resource.class).stream()
                                .flatMap(resource -> resource instanceof Patient patient
                                        ? List.of("Patient/"
                                                        + patient.getIdElement().getIdPart())
                                                .stream()
                                        : participations.about(resource))
                                .findFirst())
                : Optional.empty();
    }
}
