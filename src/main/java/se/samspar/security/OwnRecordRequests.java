package se.samspar.security;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.TokenParamModifier;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IAnyResource;
import se.samspar.fhir.generated.AnswerKind;
import se.samspar.rule.Actor;
import se.samspar.store.OwnRecord;

/**
 * What a patient's token may ask for: the own record and the own access list by read and by plain search, and the own next
 * steps. Closed unless listed here: no writes, versions, Bundles, includes, chains or other operations.
 */
final class OwnRecordRequests {

    /** The operations on the own Patient. */
    private static final Set<String> OPERATIONS = Set.of("$next-steps");

    /** Of all types. */
    private static final Set<String> CONTROL = Set.of(
            IAnyResource.SP_RES_ID,
            Constants.PARAM_LASTUPDATED,
            Constants.PARAM_SORT,
            Constants.PARAM_COUNT,
            Constants.PARAM_SEARCH_TOTAL_MODE,
            Constants.PARAM_SUMMARY,
            Constants.PARAM_ELEMENTS,
            Constants.PARAM_FORMAT,
            Constants.PARAM_PRETTY);

    private static final Map<String, Set<String>> OFFERED = Map.of(
            "Patient", Set.of(),
            "ServiceRequest", Set.of("patient", "subject", "status", "authored", "track", "based-on", "replaces"),
            "Communication", Set.of("patient", "subject", "status", "category", "sent", "based-on"),
            "CarePlan", Set.of("patient", "subject", "status", "category", "date", "part-of"),
            "Appointment", Set.of("patient", "status", "date", "based-on", "supporting-info"),
            "Observation", Set.of("patient", "subject", "status", "code", "date", "based-on"));

    private OwnRecordRequests() {}

    /**
     * Refuses a patient whatever is not listed.
     *
     * @throws ForbiddenOperationException where it is not for patients
     * @throws InvalidRequestException where a search asks in a way that is not offered to them
     */
    static void require(Actor actor, RequestDetails request, RestOperationTypeEnum interaction) {
        if (!actor.isPatient()) {
            return;
        }
        String type = String.valueOf(request.getResourceName());
        boolean isListed =
                switch (interaction) {
                    case READ, SEARCH_TYPE -> OwnRecord.TYPES.contains(type) || LogAccess.TYPE.equals(type);
                    case GET_PAGE -> true; // of a search of their own
                    case EXTENDED_OPERATION_INSTANCE -> "Patient".equals(type)
                            && OPERATIONS.contains(request.getOperation());
                    default -> false;
                };
        if (!isListed) {
            throw new ForbiddenOperationException("To a patient are open, to read and to search, " + ownTypes()
                    + " of the own record, Patient/[id]/$next-steps, and nothing else.");
        }
        if (interaction == RestOperationTypeEnum.SEARCH_TYPE && OFFERED.containsKey(type)) {
            request.getParameters().keySet().stream()
                    .filter(name ->
                            !CONTROL.contains(name) && !OFFERED.get(type).contains(name))
                    .findAny()
                    .ifPresent(name -> {
                        throw new InvalidRequestException(
                                "Parameter " + name + " is not offered to patients for " + type + ".");
                    });
        }
    }

    private static String ownTypes() {
        return String.join(
                ", ",
                Stream.concat(OwnRecord.TYPES.stream(), Stream.of(LogAccess.TYPE))
                        .sorted()
                        .toList());
    }

    /** Narrows a search, whatever else it asks for, to what {@link OwnRecord} shows the patient. */
    static void narrow(SearchParameterMap search, String type, String patient) {
        if (!OwnRecord.TYPES.contains(type)) {
            throw new ForbiddenOperationException("To a patient no " + type + " is open.");
        }
        if (type.equals("Patient")) {
            ask(search, IAnyResource.SP_RES_ID, new TokenParam(patient));
            return;
        }
        ask(search, "patient", new ReferenceParam("Patient/" + patient));
        search.add("status", new TokenParam(OwnRecord.MISTAKE).setModifier(TokenParamModifier.NOT));
        if (type.equals("Communication")) {
            TokenOrListParam answers = new TokenOrListParam();
            Stream.of(AnswerKind.values()).forEach(kind -> answers.add(new TokenParam(kind.system(), kind.code())));
            search.add("category", answers);
        }
    }

    /** Unless it is asked for already: HAPI takes the same condition twice for a mistake. */
    private static void ask(SearchParameterMap search, String name, IQueryParameterType value) {
        boolean isAsked = Optional.ofNullable(search.get(name)).stream()
                .flatMap(List::stream)
                .anyMatch(either -> either.size() == 1
                        && either.get(0).getValueAsQueryToken().equals(value.getValueAsQueryToken()));
        if (!isAsked) {
            search.add(name, value);
        }
    }
}
