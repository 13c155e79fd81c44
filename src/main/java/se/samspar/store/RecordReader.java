package se.samspar.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.util.ResourceUtil;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;

/** Reads and searches the record, the directory once in a transaction. */
@Component
class RecordReader {

    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final MatchUrlService matchUrls;

    @PersistenceContext
    private EntityManager entityManager;

    RecordReader(FhirContext fhirContext, DaoRegistry daos, MatchUrlService matchUrls) {
        this.fhirContext = fhirContext;
        this.daos = daos;
        this.matchUrls = matchUrls;
    }

    <T extends Resource> Optional<T> find(Reference reference, Class<T> type) {
        IIdType id = reference.getReferenceElement().toUnqualifiedVersionless();
        if (!id.hasResourceType() || !id.hasIdPart() || id.getValue().startsWith("urn:")) {
            return Optional.empty();
        }
        IFhirResourceDao<?> dao = daos.getResourceDaoOrNull(id.getResourceType());
        if (dao == null) {
            return Optional.empty();
        }
        List<Resource> found = AccessLabels.isDirectory(id.getResourceType())
                ? directory(id.getValue(), () -> read(dao, id))
                : read(dao, id);
        return found.stream().filter(type::isInstance).map(type::cast).findAny();
    }

    private static List<Resource> read(IFhirResourceDao<?> dao, IIdType id) {
        try {
            return List.of(changeable((Resource) dao.read(id, ResourceStore.internal())));
        } catch (ResourceNotFoundException | ResourceGoneException absent) {
            return List.of();
        }
    }

    <T extends Resource> List<T> search(Class<T> type, String query) {
        String name = fhirContext.getResourceType(type);
        if (AccessLabels.isDirectory(name)) {
            return directory(name + "?" + query, () -> ask(type, query));
        }
        flush();
        return ask(type, query);
    }

    private <T extends Resource> List<T> ask(Class<T> type, String query) {
        return daos
                .getResourceDao(type)
                .search(parameters(type, query), ResourceStore.internal())
                .getAllResources()
                .stream()
                .map(type::cast)
                .map(RecordReader::changeable)
                .toList();
    }

    List<String> ids(Class<? extends Resource> type, String query) {
        return daos
                .getResourceDao(type)
                .searchForResourceIds(parameters(type, query), ResourceStore.internal())
                .stream()
                .map(IIdType::getIdPart)
                .toList();
    }

    /**
     * The ids of what a search finds, where all of it was created in this transaction and so need not be read again;
     * otherwise empty.
     */
    <T extends Resource> Optional<List<String>> searchCreated(Class<T> type, String query) {
        String name = fhirContext.getResourceType(type);
        TransactionMemory memory = TransactionMemory.current();
        if (!memory.hasCreated(name)) {
            return Optional.empty();
        }
        flush();
        return memory.idsOf(daos.getResourceDao(type).searchForIds(parameters(type, query), ResourceStore.internal()));
    }

    private SearchParameterMap parameters(Class<? extends Resource> type, String query) {
        return matchUrls
                .translateMatchUrl(
                        fhirContext.getResourceType(type) + "?" + query, fhirContext.getResourceDefinition(type))
                .setLoadSynchronous(true);
    }

    private <T extends Resource> List<T> directory(String question, Supplier<List<T>> read) {
        TransactionMemory memory = TransactionMemory.current();
        if (memory.isDirectoryWritten()) {
            flush();
            return read.get();
        }
        return memory.directory(question, () -> {
            // What is held back to be written is no part of the directory, so it need not be there first.
            FlushModeType usual = entityManager.getFlushMode();
            entityManager.setFlushMode(FlushModeType.COMMIT);
            try {
                return read.get();
            } finally {
                entityManager.setFlushMode(usual);
            }
        });
    }

    /** HAPI keeps the text that a resource was read from and validates that, whatever has been changed since. */
    private static <T extends Resource> T changeable(T resource) {
        ResourceUtil.clearRawStringFromResource(resource);
        return resource;
    }

    /** Sends what is still held in memory to the database, so that SQL of ours sees it. */
    void flush() {
        try {
            entityManager.flush();
        } catch (RuntimeException failure) { // as it is told at commit, so that a lost race is known for one
            DataAccessException translated = EntityManagerFactoryUtils.convertJpaAccessExceptionIfPossible(failure);
            throw translated == null ? failure : translated;
        }
    }
}
