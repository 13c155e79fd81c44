package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.consultation;
import static se.samspar.support.DemoRequests.parameters;
import static se.samspar.support.DemoRequests.submit;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Nobody occupies the server, or the one who waits for the same patient, with a resource of thousands of elements. */
@SamsparTest
class LargeResourcesTest {

    private static final int MANY = 2000;
    private static final int MOST_ENTRIES = 500;
    private static final String URL = "https://example.org/StructureDefinition/any";

    @Autowired
    SamsparApi api;

    private UnitClient dalby;

    @BeforeEach
    void signIn() {
        dalby = api.as("vc-dalby");
    }

    @Test
    void aLargeResourceIsNeitherWrittenNorValidated() {
        Encounter large = large();

        refused(dalby.post("Encounter", large));
        refused(dalby.post("Encounter/$validate", parameters("resource", large)));
        refused(dalby.post("Encounter/$validate", parameters("resource", large, "mode", "create")));
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(large)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Encounter");
        refused(dalby.post("", transaction));
    }

    @Test
    void aLargeRequestIsNotSubmitted() {
        ServiceRequest large = consultation();
        IntStream.range(0, MANY).forEach(i -> large.addExtension(URL, new StringType("x")));

        refused(dalby.post("ServiceRequest/$submit", submit(large, TestPatients.next())));
    }

    @Test
    void aPatchDoesNotMakeAResourceLarge() {
        String id = dalby.post("ServiceRequest/$submit", submit(consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        String notes =
                IntStream.range(0, MANY).mapToObj(i -> "{\"text\":\"x\"}").collect(Collectors.joining(",", "[", "]"));

        refused(dalby.patch(
                "ServiceRequest/" + id, "[{\"op\":\"add\",\"path\":\"/note\",\"value\":%s}]".formatted(notes)));
    }

    @Test
    void aBundleHasOnlySoManyEntries() {
        Bundle reads = new Bundle().setType(BundleType.BATCH);
        IntStream.rangeClosed(0, MOST_ENTRIES)
                .forEach(i ->
                        reads.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Organization/vc-dalby"));

        assertThat(dalby.post("", reads)
                        .expect(413)
                        .outcome()
                        .getIssueFirstRep()
                        .getDiagnostics())
                .contains("at most 500 entries");
    }

    private static Encounter large() {
        Encounter large = new Encounter().setStatus(EncounterStatus.FINISHED);
        IntStream.range(0, MANY).forEach(i -> large.addExtension(URL, new StringType("x")));
        return large;
    }

    private static void refused(HttpAnswer answer) {
        assertThat(answer.expect(413).outcome().getIssueFirstRep().getDiagnostics())
                .contains("at most 2000 elements");
    }
}
