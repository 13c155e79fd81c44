package se.samspar.audit;

import ca.uhn.fhir.rest.server.ServletRequestTracing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import se.samspar.rule.Actor;
import se.samspar.store.AccessReason;
import se.samspar.store.Call;
import se.samspar.store.RecordSubjects;

/** What becomes known of a request on its way, until it is answered. */
final class Trace {

    private static final String ATTRIBUTE = Trace.class.getName();
    private static final int FIRST_ERROR = 400;
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final HttpServletRequest request;
    private final About committed = new About();

    private volatile Map<String, String[]> parameters = Map.of();
    private volatile Resource sent;
    private volatile Resource answer;
    private volatile boolean changed;
    private volatile boolean lost;

    private Trace(HttpServletRequest request) {
        this.request = request;
    }

    static Trace begin(HttpServletRequest request) {
        ServletRequestTracing.getOrGenerateRequestId(request); // or HAPI would make one and tell it to nobody else
        Trace trace = new Trace(request);
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    static Optional<Trace> of(HttpServletRequest request) {
        return Optional.ofNullable((Trace) request.getAttribute(ATTRIBUTE));
    }

    /** That of the request which this thread handles. */
    static Optional<Trace> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : Optional.empty();
    }

    /** The first is the client's: entries of a batch come again as requests of their own. */
    void sent(Resource body, Map<String, String[]> all) {
        if (parameters.isEmpty() && sent == null) {
            sent = body;
            parameters = Map.copyOf(all);
        }
    }

    void answered(Resource resource) {
        answer = resource;
    }

    /** A change has been committed together with its row. */
    void committed(About about) {
        changed = true;
        committed.addAll(about);
    }

    /** A change could not be logged, so it has not happened. */
    void lost() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }

    /** What is logged of a change, in its own transaction. */
    Access ofChange(About written) {
        Interaction interaction = interaction();
        boolean creates = interaction.code().equals("create")
                || interaction.code().equals("update")
                        && written.resources().stream().anyMatch(resource -> interaction
                                .target()
                                .filter(target -> resource.equals(target.getValue() + "/_history/1"))
                                .isPresent());
        return access(interaction, creates ? CREATED : OK, written, isBatch() ? List.of() : entries());
    }

    /** What is logged before the answer leaves; empty where the rows of the changes have said it all. */
    Optional<Access> ofAnswer(int status, RecordSubjects subjects) {
        Interaction interaction = interaction();
        About about = new About();
        if (status < FIRST_ERROR) {
            about.show(answer);
            if (interaction.code().equals("search-type")) {
                String type = interaction.type().orElse("");
                about.concern(Questions.patients(type, parameters));
                Set<String> counted = isCount() ? Questions.identifiers(type, parameters) : Set.of();
                if (!counted.isEmpty()) {
                    about.concern(subjects.patientsIdentifiedBy(counted));
                }
            }
        } else {
            about.concern(new About().show(sent).patients());
        }
        if (status < FIRST_ERROR && changed && !isBatch() && about.isWithin(committed)) {
            return Optional.empty();
        }
        interaction.target().ifPresent(about::mention);
        return Optional.of(access(interaction, status, about.resolve(subjects), entries()));
    }

    /** That there is something is told, and not what. */
    private boolean isCount() {
        return answer instanceof Bundle bundle && bundle.getTotal() > 0 && !bundle.hasEntry();
    }

    private Interaction interaction() {
        return Interaction.of(request, sent);
    }

    private Access access(Interaction interaction, int status, About about, List<String> entries) {
        Optional<Actor> actor = Optional.ofNullable((Actor) request.getAttribute(Call.ACTOR_ATTRIBUTE));
        return new Access(
                ServletRequestTracing.getOrGenerateRequestId(request),
                request.getRemoteAddr(),
                actor.map(Actor::client).orElse(null),
                actor.flatMap(Actor::employeeHsaId).orElse(null),
                actor.flatMap(Actor::unit).orElse(null),
                actor.flatMap(Actor::unitHsaId).orElse(null),
                actor.flatMap(Actor::careProviderHsaId).orElse(null),
                actor.flatMap(Actor::patient).orElse(null),
                actor.flatMap(Actor::purpose).orElse(null),
                Questions.reason(request.getHeader(AccessReason.HEADER)),
                interaction.code(),
                actor.isPresent() ? Questions.line(request, parameters) : Questions.shortLine(request),
                status,
                about.patients(),
                about.resources(),
                entries);
    }

    private boolean isBatch() {
        return sent instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.BATCH;
    }

    /** Method and URL of each entry, with its status where it has one of its own. */
    private List<String> entries() {
        if (!(sent instanceof Bundle bundle) || !Interaction.path(request).isEmpty()) {
            return List.of();
        }
        List<BundleEntryComponent> answers = answer instanceof Bundle answered ? answered.getEntry() : List.of();
        List<BundleEntryComponent> asked = bundle.getEntry();
        return IntStream.range(0, asked.size())
                .mapToObj(i -> Stream.of(
                                asked.get(i).getRequest().hasMethod()
                                        ? asked.get(i).getRequest().getMethod().toCode()
                                        : "-",
                                asked.get(i).getRequest().getUrl(),
                                i < answers.size()
                                        ? answers.get(i).getResponse().getStatus()
                                        : null)
                        .filter(part -> part != null && !part.isBlank())
                        .map(Questions::plain)
                        .reduce((one, next) -> one + " " + next)
                        .orElse("-"))
                .toList();
    }
}
