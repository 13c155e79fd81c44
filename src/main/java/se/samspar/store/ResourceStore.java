package se.samspar.store;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.DaoMethodOutcome;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.samspar.rule.Actor;

/**
 * The record as features read and write it. Use cases run in {@link #execute}: one database transaction on behalf of
 * the caller; writes pass the {@link Gate} like everyone's.
 */
@Component
public class ResourceStore {

    /** A transaction that lost a race against another is run again this many times before the client gets a 409. */
    private static final int RETRIES = 5;

    /** Resources read at a time where there may be any number. */
    private static final int BATCH = 200;

    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> LABELLING = new ThreadLocal<>();

    private final DaoRegistry daos;
    private final IHapiTransactionService transactions;
    private final RecordReader reader;
    private final Participations participations;
    private final OwnRecord ownRecord;
    private final JdbcTemplate jdbc;

    ResourceStore(
            DaoRegistry daos,
            IHapiTransactionService transactions,
            RecordReader reader,
            Participations participations,
            OwnRecord ownRecord,
            JdbcTemplate jdbc) {
        this.daos = daos;
        this.transactions = transactions;
        this.reader = reader;
        this.participations = participations;
        this.ownRecord = ownRecord;
        this.jdbc = jdbc;
    }

    /**
     * Runs a use case in one transaction on behalf of whoever sends the request. It may run again when it loses a race,
     * so it reads all it needs itself and does nothing outside the database.
     *
     * @param operation the operation without its dollar sign
     */
    public <T> T execute(RequestDetails request, String operation, Supplier<T> useCase) {
        Call call = new Call(Call.actorOf(request), Optional.of(operation), false, Emergency.patientOf(request));
        return as(call, () -> transactions.withRequest(internal()).execute(useCase::get));
    }

    /** Writes as a client would by plain REST, in a transaction that the gate never lets commit. */
    void rehearse(RequestDetails request, Runnable write) {
        Call call = new Call(Call.actorOf(request), Optional.empty(), true);
        as(call, () -> transactions.withRequest(internal()).execute(() -> {
            write.run();
            return null;
        }));
    }

    /**
     * Runs what the server does by itself: loading its own data, handing an overdue request to whoever is on duty. It
     * passes the gate unjudged, as the rules are about what units may do; nothing that a client sent goes this way.
     */
    public <T> T executeAsServer(Supplier<T> work) {
        return as(Call.SERVER, () -> transactions.withRequest(internal()).execute(work::get));
    }

    /** Reads what somebody would read who asked, for what the server makes for them unasked; it writes nothing. */
    public <T> T readAs(Actor actor, String operation, Supplier<T> work) {
        return as(
                new Call(actor, Optional.of(operation), false),
                () -> transactions.withRequest(internal()).execute(work::get));
    }

    private static <T> T as(Call call, Supplier<T> work) {
        Call outer = CURRENT.get();
        CURRENT.set(call);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    static Optional<Call> currentCall() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Who the current use case acts for. */
    public Actor actor() {
        return UnitOfWork.current()
                .map(UnitOfWork::call)
                .or(ResourceStore::currentCall)
                .orElseThrow()
                .actor();
    }

    /** Stores a new resource and gives it its id and version. */
    public <T extends Resource> T create(T resource) {
        TransactionMemory memory = TransactionMemory.current();
        DaoMethodOutcome outcome = daoOf(resource).create(resource, null, true, internal(), memory.details());
        memory.remember(resource.getIdElement(), outcome.getPersistentId());
        return resource;
    }

    /**
     * Stores a new resource that no {@link Participation} speaks for, such as a patient, for units that will see it
     * because of what the use case writes next.
     */
    public <T extends Resource> T create(T resource, List<Reference> units) {
        AccessLabels.announce(resource, units);
        return create(resource);
    }

    /**
     * Stores a new version, also when nothing in it has changed: a step of a request moves its version even where it
     * leaves its content alone. When the resource names its version, only on top of that version.
     */
    public <T extends Resource> T update(T resource) {
        daoOf(resource)
                .update(
                        resource,
                        null,
                        true,
                        true,
                        internal(),
                        TransactionMemory.current().details());
        return resource;
    }

    /**
     * Reads a resource that the acting unit or patient may see; who has no unit sees what is open to every unit.
     *
     * @throws ResourceNotFoundException when there is none or it is not theirs to see
     */
    public <T extends Resource> T readVisible(Class<T> type, IIdType id) {
        return find(new Reference(new IdType(type.getSimpleName(), id.getIdPart())), type)
                .filter(this::isVisible)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** May the acting unit or patient see it? What is open to every unit is open to who has none, patients left out. */
    public boolean isVisible(Resource resource) {
        return AccessLabels.isOpen(resource.fhirType()) && !actor().isPatient()
                || AccessLabels.covers(resource, actor())
                || ownRecord.shows(actor(), resource)
                || isOpened(resource);
    }

    private boolean isOpened(Resource resource) {
        return currentCall()
                .flatMap(Call::opened)
                .filter(patient -> participations.isOpenedBy(patient, resource))
                .isPresent();
    }

    /** The resource a literal reference points to, whoever may see it; empty when there is none of that type. */
    public <T extends Resource> Optional<T> find(Reference reference, Class<T> type) {
        return reader.find(reference, type);
    }

    /**
     * Searches the whole record, what the transaction has written included, with FHIR search parameters, whoever may see
     * what is found. Fails rather than cut what exceeds the server's largest search result: where that may be, read
     * {@link #ids} and then {@link #inBatches}.
     *
     * @param query such as {@code patient=Patient/1&status=active}; values escaped as in a URL
     */
    public <T extends Resource> List<T> search(Class<T> type, String query) {
        return reader.search(type, query);
    }

    /** The ids of all that such a search finds, however many. */
    public List<String> ids(Class<? extends Resource> type, String query) {
        return reader.ids(type, query);
    }

    /** The resources with these ids, whoever may see them, some at a time, so that there may be any number. */
    public <T extends Resource> Stream<List<T>> inBatches(Class<T> type, List<String> ids) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + BATCH)
                .mapToObj(from -> String.join(",", ids.subList(from, Math.min(from + BATCH, ids.size()))))
                .map(batch -> search(type, "_id=" + batch));
    }

    /** {@link RecordReader#searchCreated} */
    <T extends Resource> Optional<List<String>> searchCreated(Class<T> type, String query) {
        return reader.searchCreated(type, query);
    }

    /** {@link RecordReader#flush} */
    void flush() {
        reader.flush();
    }

    /** Makes transactions that name the same key wait for each other until commit. */
    public void serialize(String key) {
        jdbc.query("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, key);
        TransactionMemory.current().serializes();
    }

    void addLabels(Resource resource, List<Coding> labels) {
        label(labels, meta -> daoOf(resource).metaAddOperation(versionless(resource), meta, internal()));
    }

    void removeLabels(Resource resource, List<Coding> labels) {
        label(labels, meta -> daoOf(resource).metaDeleteOperation(versionless(resource), meta, internal()));
    }

    private static void label(List<Coding> labels, Consumer<Meta> operation) {
        Meta meta = new Meta();
        labels.forEach(meta::addSecurity);
        LABELLING.set(true);
        try {
            operation.accept(meta);
        } finally {
            LABELLING.remove();
        }
    }

    private static IIdType versionless(Resource resource) {
        return resource.getIdElement().toUnqualifiedVersionless();
    }

    /** HAPI calls the gate for labels too, but they are no write of the resource. */
    static boolean isLabelling() {
        return Boolean.TRUE.equals(LABELLING.get());
    }

    @SuppressWarnings("unchecked") // a DAO of the resource's own class
    private <T extends Resource> IFhirResourceDao<T> daoOf(T resource) {
        return daos.getResourceDao((Class<T>) resource.getClass());
    }

    /** HAPI's own hooks for HTTP requests do not run on these: what a feature does has been authorised before. */
    static SystemRequestDetails internal() {
        SystemRequestDetails request = new SystemRequestDetails();
        request.setRetry(true);
        request.setMaxRetries(RETRIES);
        return request;
    }
}
