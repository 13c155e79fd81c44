package se.samspar.security;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.rule.Actor;
import se.samspar.store.AccessLabels;
import se.samspar.store.Call;
import se.samspar.store.Emergency;
import se.samspar.store.Operations;
import se.samspar.store.ResourceStore;

/** What a token may ask for at all, before anything is read: listed interactions, its scopes, instances it sees. */
@Component
@Interceptor
public class RequestGuard {

    /** HAPI would take all labels off that a resource does not carry, those of access too. */
    private static final String META_SNAPSHOT = "X-Meta-Snapshot-Mode";

    /** A type, or a type and an id: no operations, history or pages. */
    private static final String PLAIN_PATH = "[A-Z][A-Za-z]+(/[A-Za-z0-9.-]{1,64})?";

    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private static final Map<RestOperationTypeEnum, Character> PERMISSION = Map.of(
            RestOperationTypeEnum.READ, 'r',
            RestOperationTypeEnum.VREAD, 'r',
            RestOperationTypeEnum.HISTORY_INSTANCE, 'r',
            RestOperationTypeEnum.SEARCH_TYPE, 's',
            RestOperationTypeEnum.CREATE, 'c',
            RestOperationTypeEnum.UPDATE, 'u',
            RestOperationTypeEnum.PATCH, 'u');

    private static final Set<RestOperationTypeEnum> READS = EnumSet.of(
            RestOperationTypeEnum.READ,
            RestOperationTypeEnum.VREAD,
            RestOperationTypeEnum.HISTORY_INSTANCE,
            RestOperationTypeEnum.SEARCH_TYPE);

    private static final Set<RestOperationTypeEnum> PLAIN_WRITES = EnumSet.of(
            RestOperationTypeEnum.CREATE,
            RestOperationTypeEnum.UPDATE,
            RestOperationTypeEnum.PATCH,
            RestOperationTypeEnum.TRANSACTION);

    /** Errors of these could tell about an instance before its rules are asked. */
    private static final Set<RestOperationTypeEnum> NEEDS_VISIBLE_INSTANCE = EnumSet.of(
            RestOperationTypeEnum.UPDATE, RestOperationTypeEnum.PATCH, RestOperationTypeEnum.HISTORY_INSTANCE);

    private static final Set<RestOperationTypeEnum> FOR_THOSE_WHO_TAKE_PART = EnumSet.of(
            RestOperationTypeEnum.PATCH, RestOperationTypeEnum.VREAD, RestOperationTypeEnum.HISTORY_INSTANCE);

    private static final Set<RestOperationTypeEnum> OPERATIONS = EnumSet.of(
            RestOperationTypeEnum.EXTENDED_OPERATION_TYPE,
            RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE,
            RestOperationTypeEnum.VALIDATE);

    private static final Set<RequestTypeEnum> WRITES =
            EnumSet.of(RequestTypeEnum.POST, RequestTypeEnum.PUT, RequestTypeEnum.PATCH);

    private static final Set<RequestTypeEnum> BODIED = EnumSet.of(RequestTypeEnum.POST, RequestTypeEnum.PUT);

    private final ResourceStore store;
    private final OperationScopes operationScopes;
    private final PageLinks pageLinks;
    private final BreakGlass breakGlass;
    private final PlainParameters parameters;
    private final Patches patches;

    RequestGuard(
            ResourceStore store,
            OperationScopes operationScopes,
            PageLinks pageLinks,
            BreakGlass breakGlass,
            PlainParameters parameters,
            Patches patches) {
        this.store = store;
        this.breakGlass = breakGlass;
        this.pageLinks = pageLinks;
        this.operationScopes = operationScopes;
        this.parameters = parameters;
        this.patches = patches;
    }

    /** Before HAPI reads the body, and calls what it cannot read a bad request; of If-Match it reads numbers only. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void requireFhir(RequestDetails request) {
        if (WRITES.contains(request.getRequestType())) {
            Conditions.narrow(Call.actorOf(request), request); // before HAPI reads the condition
        }
        if ("*".equals(request.getHeader(Constants.HEADER_IF_MATCH))) {
            request.setHeaders(Constants.HEADER_IF_MATCH, List.of()); // any version will do
        }
        if (request.getRequestType() == RequestTypeEnum.PATCH) {
            Patches.requireJsonPatch(request.getHeader(Constants.HEADER_CONTENT_TYPE));
        }
        boolean search = String.valueOf(request.getRequestPath()).endsWith(Constants.PARAM_SEARCH);
        EncodingEnum encoding = EncodingEnum.forContentType(request.getHeader(Constants.HEADER_CONTENT_TYPE));
        if (BODIED.contains(request.getRequestType())
                && !search
                && encoding != EncodingEnum.JSON
                && encoding != EncodingEnum.XML
                && request.loadRequestContents().length > 0) {
            throw new UnclassifiedServerFailureException(
                    UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as " + Constants.CT_FHIR_JSON_NEW + " or " + Constants.CT_FHIR_XML_NEW + ".");
        }
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void permit(RequestDetails request, RestOperationTypeEnum interaction) {
        requirePlain(request, interaction);
        String type = request.getResourceName();
        boolean reads = READS.contains(interaction);
        if (interaction == RestOperationTypeEnum.METADATA || reads && type != null && TypeAccess.isConformance(type)) {
            return;
        }
        Actor actor = Call.actorOf((ServletRequestDetails) request);
        OwnRecordRequests.require(actor, request, interaction);
        breakGlass.require(actor, request, interaction);
        if (PERMISSION.containsKey(interaction)) {
            permitPlain(actor, request, interaction);
        } else if (OPERATIONS.contains(interaction)) {
            operationScopes.require(actor, type, request.getOperation());
        } else if (interaction == RestOperationTypeEnum.TRANSACTION && request.getResource() instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> permit(actor, entry, bundle.getType()));
        } else if (interaction == RestOperationTypeEnum.GET_PAGE) {
            String page = request.getParameters().get(Constants.PARAM_PAGINGACTION)[0];
            Scopes.require(actor, pageLinks.typeOfOwn(actor, page), 's');
            breakGlass.openPage(actor, (ServletRequestDetails) request, page);
        } else {
            throw new MethodNotAllowedException("This interaction is not offered: see the CapabilityStatement.");
        }
    }

    /** Headers and parameters that would not do what they say. */
    private void requirePlain(RequestDetails request, RestOperationTypeEnum interaction) {
        if (request.getHeader(META_SNAPSHOT) != null) {
            throw new InvalidRequestException("The header " + META_SNAPSHOT + " is not supported.");
        }
        parameters.check(request);
        if (interaction == RestOperationTypeEnum.SEARCH_TYPE) {
            PlainParameters.checkForm(request);
        }
        if (PLAIN_WRITES.contains(interaction) && request.getHeader(Operations.IDEMPOTENCY_KEY) != null) {
            throw new InvalidRequestException(
                    Operations.IDEMPOTENCY_KEY + " is for operations; use If-Match or If-None-Exist here.");
        }
    }

    private void permitPlain(Actor actor, RequestDetails request, RestOperationTypeEnum interaction) {
        Scopes.require(actor, request.getResourceName(), PERMISSION.get(interaction));
        breakGlass.open(actor, (ServletRequestDetails) request);
        if (Emergency.patientOf(request).isPresent()) {
            return; // of which nothing is hidden, and by which nothing is written
        }
        if (NEEDS_VISIBLE_INSTANCE.contains(interaction) && request.getId() != null) {
            requireVisible(actor, request.getId());
        }
        if (FOR_THOSE_WHO_TAKE_PART.contains(interaction) && request.getId() != null) {
            requirePart(actor, request.getId());
        }
        if (interaction == RestOperationTypeEnum.PATCH) {
            if (request.getId() == null && request.getParameters().isEmpty()) {
                throw new InvalidRequestException("The URL names no resource to patch.");
            }
            Patches.requireWhole(
                    actor,
                    request.getResourceName(),
                    Optional.ofNullable(request.getId()).flatMap(this::find));
            patches.check(request.getHeader(Constants.HEADER_CONTENT_TYPE), request.loadRequestContents());
        }
    }

    private void permit(Actor actor, BundleEntryComponent entry, BundleType bundle) {
        String path = plainPath(entry);
        IdType id = new IdType(path);
        String type = id.hasResourceType() ? id.getResourceType() : path;
        requireSameType(type, entry);
        Conditions.narrow(actor, type, entry);
        switch (entry.getRequest().getMethod()) {
            case GET, HEAD -> {
                if (!TypeAccess.isConformance(type)) {
                    boolean read = id.hasIdPart() && id.hasResourceType();
                    Scopes.require(actor, type, read ? 'r' : 's');
                    if (read && bundle == BundleType.TRANSACTION) {
                        requireVisible(actor, id); // or it would fail as a whole, in HAPI's words for each case
                    }
                }
            }
            case POST -> Scopes.require(actor, type, 'c');
            case PUT, PATCH -> {
                Scopes.require(actor, type, 'u');
                if (id.hasResourceType()) {
                    requireVisible(actor, id);
                }
                if (entry.getRequest().getMethod() == HTTPVerb.PATCH) {
                    if (id.hasResourceType()) {
                        requirePart(actor, id);
                    }
                    Patches.requireWhole(
                            actor,
                            type,
                            Optional.of(id).filter(IdType::hasResourceType).flatMap(this::find));
                    Binary patch = entry.getResource() instanceof Binary binary ? binary : new Binary();
                    patches.check(patch.getContentType(), patch.getData());
                }
            }
            default -> throw new MethodNotAllowedException("Nothing is deleted here; mark it as entered in error.");
        }
    }

    /** The path of an entry's URL, whose parameters do what they say. */
    private String plainPath(BundleEntryComponent entry) {
        String url = String.valueOf(entry.getRequest().getUrl());
        String path = url.split("\\?", 2)[0];
        if (entry.getRequest().getMethod() == null
                || !path.matches(PLAIN_PATH)
                || PlainParameters.of(url).containsKey(Constants.PARAM_PAGINGACTION)) {
            throw new InvalidRequestException(
                    "A Bundle entry needs a method and a plain resource URL; operations, history and pages go as"
                            + " requests of their own.");
        }
        parameters.check(path.split("/", 2)[0], entry.getRequest());
        return path;
    }

    /** Permitted is what the URL says, stored is what the resource is. */
    private static void requireSameType(String type, BundleEntryComponent entry) {
        if (entry.hasResource()
                && entry.getRequest().getMethod() != HTTPVerb.PATCH
                && !entry.getResource().fhirType().equals(type)) {
            throw new InvalidRequestException("The URL of a Bundle entry and its resource are of different types.");
        }
    }

    /** Of what every unit sees, its versions and what a patch would find in it are for those who take part. */
    private void requirePart(Actor actor, IIdType id) {
        boolean asGuest = AccessLabels.isPartlyOpen(id.getResourceType())
                && !actor.has(Actor.ADMIN_SCOPE)
                && find(id).filter(resource -> actor.unit()
                                .filter(unit -> AccessLabels.isFor(resource, unit))
                                .isPresent())
                        .isEmpty();
        if (asGuest) {
            throw new ForbiddenOperationException("Only units that take part do this.");
        }
    }

    private Optional<Resource> find(IIdType id) {
        return store.executeAsServer(() -> store.find(new Reference(id), Resource.class));
    }

    private void requireVisible(Actor actor, IIdType id) {
        if (TypeAccess.isOpen(id.getResourceType())) {
            return;
        }
        if (find(id).filter(resource -> TypeAccess.sees(actor, resource)).isEmpty()) {
            throw new ResourceNotFoundException(id.toUnqualifiedVersionless());
        }
    }
}
