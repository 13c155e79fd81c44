package se.samspar.security;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.TokenParamModifier;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IAnyResource;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.ConsentCategory;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.Actor;
import se.samspar.store.AccessLabels;
import se.samspar.store.Call;
import se.samspar.store.Emergency;
import se.samspar.store.IdentityLookups;
import se.samspar.store.OwnRecord;
import se.samspar.store.Participations;

/**
 * A unit sees what it takes part in and nothing else (ALL-3), a patient the own record. Two layers that do not trust each
 * other: every search, conditional requests and those inside a batch included, is narrowed in the database to the unit's own
 * label or to the patient, and every resource on its way out, whatever the operation, is checked once more.
 */
@Component
@Interceptor
public class RecordAccess {

    private static final Set<RestOperationTypeEnum> SINGLE_READS =
            EnumSet.of(RestOperationTypeEnum.READ, RestOperationTypeEnum.VREAD);

    /** Their answers include resources of other types than the one that the token was asked for. */
    private static final Set<RestOperationTypeEnum> SEARCHES =
            EnumSet.of(RestOperationTypeEnum.SEARCH_TYPE, RestOperationTypeEnum.GET_PAGE);

    /** These would answer questions about resources or labels that the unit does not see. */
    public static final Set<String> REFUSED_PARAMETERS =
            Set.of("_has", "_security", "_filter", "_content", "_text", "_list", "_source", "_contained");

    /** References that lead only to the patient of a resource one sees, or into the directory. */
    private static final Set<String> CHAINABLE = Set.of(
            "patient",
            "subject",
            "requester",
            "performer",
            "owner",
            "organization",
            "service-provider",
            "sender",
            "recipient",
            "practitioner",
            "location",
            "service",
            "schedule",
            "partof",
            "general-practitioner");

    /** These ask a terminology server. */
    private static final Set<TokenParamModifier> OF_TERMINOLOGIES = EnumSet.of(
            TokenParamModifier.ABOVE, TokenParamModifier.BELOW, TokenParamModifier.IN, TokenParamModifier.NOT_IN);

    private static final String SECURITY = "_security";

    private static final Set<String> TO_PATIENT = Set.of("patient", "subject");

    private final IdentityLookups lookups;
    private final Participations participations;
    private final OwnRecord ownRecord;
    private final OriginOfPathway origins;

    RecordAccess(IdentityLookups lookups, Participations participations, OwnRecord ownRecord, OriginOfPathway origins) {
        this.lookups = lookups;
        this.participations = participations;
        this.ownRecord = ownRecord;
        this.origins = origins;
    }

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void narrow(
            SearchParameterMap search,
            ca.uhn.fhir.rest.server.util.ICachedSearchDetails details,
            RequestDetails request) {
        if (!(request instanceof ServletRequestDetails http)) {
            return;
        }
        String type = String.valueOf(details.getResourceType());
        Optional<Actor> asking = TypeAccess.isConformance(type) ? Optional.empty() : Optional.of(Call.actorOf(http));
        asking.ifPresent(actor -> removeOwnLabel(search, type, actor));
        search.entrySet().forEach(RecordAccess::refuseUnlisted);
        refuseChainedSort(search.getSort());
        if (asking.isEmpty()) {
            return;
        }
        Actor actor = asking.get();
        if (actor.isPatient()) {
            PageLinks.claim(details, actor, Optional.empty());
            OwnRecordRequests.narrow(search, type, actor.patient().get());
            return;
        }
        List<ReferenceParam> chains = chained(search.entrySet().stream()).toList();
        chains.forEach(reference -> requireScopeOfTarget(actor, reference));
        if (!chains.isEmpty() && type.equals("Consent")) {
            leaveOutBlocks(search);
        }
        long identifiers = search.entrySet().stream()
                .mapToLong(parameter -> identifiers(type, parameter))
                .sum();
        if (identifiers > 0) {
            lookups.note(actor, "search", Math.toIntExact(identifiers));
        }
        Optional<String> opened = Emergency.patientOf(http);
        PageLinks.claim(details, actor, opened);
        if (opened.isPresent()) {
            NamedPatient.narrow(search, type, opened.get());
        } else if (!TypeAccess.seesAll(actor, type)) {
            search.add(SECURITY, ownLabels(type, actor));
        }
        if (!actor.has(Actor.POPULATION_SCOPE)) {
            ProtectedSearches.narrow(search, type);
        }
    }

    /** A unit of the source sees a block, and not therefore the patient, whom a chain would tell of. */
    private static void leaveOutBlocks(SearchParameterMap search) {
        search.add(
                "category",
                new TokenParam(ConsentCategory.CARE_BLOCK.system(), ConsentCategory.CARE_BLOCK.code())
                        .setModifier(TokenParamModifier.NOT));
    }

    /** A condition that is narrowed already, by {@link Conditions}, comes with just this. */
    private static void removeOwnLabel(SearchParameterMap search, String type, Actor actor) {
        TokenOrListParam own = ownLabels(type, actor);
        List<List<IQueryParameterType>> asked = search.get(SECURITY);
        if (asked != null
                && asked.size() == 1
                && asked.get(0).equals(List.<IQueryParameterType>copyOf(own.getValuesAsQueryTokens()))) {
            search.remove(SECURITY);
        }
    }

    private static TokenOrListParam ownLabels(String type, Actor actor) {
        TokenOrListParam own = new TokenOrListParam();
        AccessLabels.codes(type, actor).forEach(code -> own.add(new TokenParam(AccessLabels.SYSTEM, code)));
        return own;
    }

    /** How many identifiers of patients a parameter asks for. */
    private static long identifiers(String type, Map.Entry<String, List<List<IQueryParameterType>>> parameter) {
        Stream<IQueryParameterType> values = parameter.getValue().stream().flatMap(List::stream);
        if (type.equals("Patient") && parameter.getKey().equals("identifier")) {
            return values.count();
        }
        return TO_PATIENT.contains(parameter.getKey())
                ? values.filter(value -> value instanceof ReferenceParam reference
                                && String.valueOf(reference.getChain()).startsWith("identifier"))
                        .count()
                : 0;
    }

    private static void refuseUnlisted(Map.Entry<String, List<List<IQueryParameterType>>> parameter) {
        String name = parameter.getKey();
        if (REFUSED_PARAMETERS.contains(name)) {
            throw new InvalidRequestException("Search parameter " + name + " is not supported.");
        }
        // The database looks up the ids of what is not wanted before it looks at whose they are.
        if (name.equals(IAnyResource.SP_RES_ID)
                && parameter.getValue().stream()
                        .flatMap(List::stream)
                        .anyMatch(value -> value.getQueryParameterQualifier() != null)) {
            throw new InvalidRequestException("Search parameter _id takes no modifier.");
        }
        parameter.getValue().stream()
                .flatMap(List::stream)
                .filter(TokenParam.class::isInstance)
                .map(value -> ((TokenParam) value).getModifier())
                .filter(OF_TERMINOLOGIES::contains)
                .findAny()
                .ifPresent(modifier -> {
                    throw new InvalidRequestException(
                            "The modifier " + modifier.getValue() + " is not supported: no terminologies are loaded.");
                });
        chained(Stream.of(parameter))
                .map(ReferenceParam::getChain)
                .filter(chain -> !CHAINABLE.contains(name) || chain.contains(".") || chain.startsWith("_"))
                .findAny()
                .ifPresent(chain -> {
                    throw new InvalidRequestException("Chaining through " + name + " is supported only one step, to the"
                            + " patient or the directory, and not to parameters that begin with _.");
                });
    }

    private static Stream<ReferenceParam> chained(
            Stream<Map.Entry<String, List<List<IQueryParameterType>>>> parameters) {
        return parameters
                .flatMap(parameter -> parameter.getValue().stream())
                .flatMap(List::stream)
                .filter(ReferenceParam.class::isInstance)
                .map(ReferenceParam.class::cast)
                .filter(reference ->
                        reference.getChain() != null && !reference.getChain().isBlank());
    }

    /** A chain asks about its target, which may be a patient unless another type is named. */
    private static void requireScopeOfTarget(Actor actor, ReferenceParam reference) {
        String target = reference.getResourceType() == null ? "Patient" : reference.getResourceType();
        if (!actor.allows(target, 's')) {
            throw new ForbiddenOperationException("The chain to " + reference.getChain() + " needs system/" + target
                    + ".s, or names the type it leads to, as in owner:Organization.name.");
        }
    }

    private static void refuseChainedSort(SortSpec sort) {
        for (SortSpec next = sort; next != null; next = next.getChain()) {
            if (next.getParamName() != null && next.getParamName().matches(".*[.:].*")) {
                throw new InvalidRequestException("Sorting by a chained parameter is not supported.");
            }
        }
    }

    @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
    public void hide(IPreResourceShowDetails resources, RequestDetails request) {
        if (!(request instanceof ServletRequestDetails http)) {
            return;
        }
        for (int i = 0; i < resources.size(); i++) {
            if (!(resources.getResource(i) instanceof Resource resource)
                    || TypeAccess.isConformance(resource.fhirType())) {
                continue;
            }
            if (!mayShow(resource, http)) {
                if (SINGLE_READS.contains(http.getRestOperationType())) {
                    throw new ResourceNotFoundException(resource.getIdElement().toUnqualifiedVersionless());
                }
                resources.setResource(i, null);
            } else if (resource instanceof Appointment appointment) {
                closeRoom(appointment, Call.actorOf(http));
            } else if (resource instanceof CarePlan plan) {
                origins.withhold(plan, Call.actorOf(http), origin -> mayShow(origin, http));
            }
        }
    }

    /** When a conference is may everyone know; its room, and how often cases came to it, are for those who take part. */
    private static void closeRoom(Appointment appointment, Actor actor) {
        boolean takesPart = actor.isPatient() // who sees no other appointments
                || actor.unit()
                        .filter(unit -> AccessLabels.isFor(appointment, unit))
                        .isPresent();
        if (!takesPart) {
            appointment.getExtension().removeIf(extension -> Extensions.VIDEO_LINK.equals(extension.getUrl()));
            appointment.setId(appointment.getIdElement().toUnqualifiedVersionless());
            appointment.getMeta().setVersionId(null).setLastUpdated(null).setSource(null);
        }
    }

    private boolean mayShow(Resource resource, ServletRequestDetails request) {
        Actor actor = Call.actorOf(request);
        boolean sees = TypeAccess.sees(actor, resource)
                || ownRecord.shows(actor, resource)
                || Emergency.patientOf(request)
                        .filter(patient -> participations.isOpenedBy(patient, resource))
                        .isPresent();
        return sees
                && (!SEARCHES.contains(request.getRestOperationType())
                        || actor.allows(resource.fhirType(), 's')
                        || actor.allows(resource.fhirType(), 'r'));
    }
}
