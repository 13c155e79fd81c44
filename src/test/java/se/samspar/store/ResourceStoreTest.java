package se.samspar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparTest;

@Isolated("for a while no search of the server finds more than two")
@SamsparTest
class ResourceStoreTest {

    @Autowired
    ResourceStore store;

    @Autowired
    JpaStorageSettings settings;

    @Test
    void idsAreFoundBeyondTheLargestSearchResultWhereASearchFails() {
        int largest = settings.getFetchSizeDefaultMaximum();
        settings.setFetchSizeDefaultMaximum(2);
        try {
            assertThatThrownBy(this::found).isInstanceOf(InternalErrorException.class);
            assertThat(store.executeAsServer(() -> store.ids(HealthcareService.class, "active=true")))
                    .hasSizeGreaterThan(2)
                    .doesNotHaveDuplicates();
        } finally {
            settings.setFetchSizeDefaultMaximum(largest);
        }
    }

    @Test
    void anyNumberIsReadInBatches() {
        List<String> known = store.executeAsServer(() -> store.ids(HealthcareService.class, "active=true"));
        List<String> many = Stream.concat(
                        IntStream.range(0, 1000).mapToObj(number -> "finns-inte-" + number), known.stream())
                .toList();

        List<List<HealthcareService>> batches = store.executeAsServer(
                () -> store.inBatches(HealthcareService.class, many).toList());

        assertThat(batches).hasSizeGreaterThan(1);
        assertThat(batches.stream().flatMap(List::stream))
                .extracting(service -> service.getIdElement().getIdPart())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private List<HealthcareService> found() {
        return store.executeAsServer(() -> store.search(HealthcareService.class, "active=true"));
    }
}
