package se.samspar.audit;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.rule.Actor;
import se.samspar.store.Call;

/**
 * The log as its readers see it, straight from the table: a reviewer what the unit's own staff has done, a patient who has
 * read and written about them.
 */
@Component
public class AuditEventProvider implements OperationProvider, IResourceProvider {

    static final String PURPOSE_OF_USE = "purpose-of-use";

    private static final int DEFAULT_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    /** Pages go on from an event, not from a number: while one reads them, new events come in front. */
    private static final String BEFORE = "_before";

    private static final Set<String> CONTROL = Set.of(
            Constants.PARAM_COUNT,
            Constants.PARAM_FORMAT,
            Constants.PARAM_PRETTY,
            Constants.PARAM_SUMMARY,
            Constants.PARAM_ELEMENTS,
            BEFORE);

    private final AccessLog log;
    private final AuditEvents events;

    AuditEventProvider(AccessLog log, AuditEvents events) {
        this.log = log;
        this.events = events;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return AuditEvent.class;
    }

    @Read
    public AuditEvent read(@IdParam IdType id, ServletRequestDetails request) {
        Actor actor = Call.actorOf(request);
        AccessConditions conditions = AccessConditions.of(actor);
        return log.find(number(id.getIdPart()), conditions.sql(), conditions.values())
                .map(event -> show(event, actor))
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    @Search
    public Bundle search(
            @OptionalParam(name = AuditEvent.SP_PATIENT) ReferenceParam patient,
            @OptionalParam(name = AuditEvent.SP_DATE) DateRangeParam date,
            @OptionalParam(name = AuditEvent.SP_AGENT) ReferenceParam agent,
            @OptionalParam(name = PURPOSE_OF_USE) TokenParam purpose,
            @OptionalParam(name = AuditEvent.SP_OUTCOME) TokenParam outcome,
            @Count Integer count,
            ServletRequestDetails request) {
        Actor actor = Call.actorOf(request);
        if (actor.isPatient() && (agent != null || patient != null && !isOwn(actor, patient))) {
            throw new ForbiddenOperationException(
                    "A patient reads who has read about themselves, and not which employee.");
        }
        requireOffered(request);
        requireSensible(patient, outcome);
        AccessConditions conditions = AccessConditions.of(actor)
                .patient(patient)
                .date(date)
                .agent(agent)
                .purpose(purpose)
                .outcome(outcome);
        before(request).forEach(last -> conditions.before(number(last)));
        int size = count == null || count < 1 ? DEFAULT_PAGE : Math.min(count, LARGEST_PAGE);
        return page(log.find(conditions.sql(), conditions.values(), size + 1), size, actor, request);
    }

    /** That nobody has read is not said because of a question that was not understood. */
    private static void requireOffered(ServletRequestDetails request) {
        request.getParameters().keySet().stream()
                .filter(name -> name.startsWith("_") && !CONTROL.contains(name)
                        || name.matches(".*[:.].*") && !name.equals("agent:identifier"))
                .findAny()
                .ifPresent(name -> {
                    throw new InvalidRequestException("Parameter " + name + " is not supported for AuditEvent.");
                });
    }

    private static void requireSensible(ReferenceParam patient, TokenParam outcome) {
        if (patient != null && patient.hasResourceType() && !"Patient".equals(patient.getResourceType())) {
            throw new InvalidRequestException("Parameter patient is the reference of a Patient.");
        }
        if (outcome != null && !Set.of("0", "4", "8").contains(String.valueOf(outcome.getValue()))) {
            throw new InvalidRequestException("Parameter outcome is 0 (done), 4 (refused) or 8 (failed).");
        }
    }

    private Bundle page(List<AccessEvent> found, int size, Actor actor, ServletRequestDetails request) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        String base = request.getFhirServerBase() + "/AuditEvent";
        bundle.addLink().setRelation("self").setUrl(url(base, request, null));
        found.stream().limit(size).map(event -> show(event, actor)).forEach(event -> bundle.addEntry()
                .setFullUrl(base + "/" + event.getIdElement().getIdPart())
                .setResource(event)
                .getSearch()
                .setMode(SearchEntryMode.MATCH));
        if (found.size() > size) {
            bundle.addLink()
                    .setRelation("next")
                    .setUrl(url(base, request, found.get(size - 1).id()));
        }
        return bundle;
    }

    private static String url(String base, ServletRequestDetails request, Long before) {
        String query = request.getParameters().entrySet().stream()
                .filter(parameter -> before == null || !parameter.getKey().equals(BEFORE))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> parameter.getKey() + "=" + UrlUtil.escapeUrlParam(value)))
                .collect(Collectors.joining("&"));
        String next = before == null ? "" : BEFORE + "=" + before;
        String all = query.isEmpty() || next.isEmpty() ? query + next : query + "&" + next;
        return all.isEmpty() ? base : base + "?" + all;
    }

    private AuditEvent show(AccessEvent event, Actor actor) {
        return actor.patient()
                .map(patient -> events.forPatient(event, patient))
                .orElseGet(() -> events.forReviewer(event));
    }

    private static boolean isOwn(Actor actor, ReferenceParam patient) {
        return actor.patient().filter(own -> own.equals(patient.getIdPart())).isPresent();
    }

    private static List<String> before(ServletRequestDetails request) {
        String[] values = request.getParameters().get(BEFORE);
        return values == null ? List.of() : List.of(values);
    }

    /** No event has the number that what is no number stands for. */
    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }
}
