package se.samspar.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.OperationExamples;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.Subscriptions;
import se.samspar.support.UnitClient;

/** The examples about subscriptions are ones that the server takes. */
@Isolated("what others do is notified too")
@SamsparTest
class SubscriptionExamplesTest {

    /** Operations of an administrator. */
    private static final Set<String> ADMINISTRATIVE = Set.of("Subscription/$replay", "Subscription/$dead-letters");

    @Autowired
    SamsparApi api;

    private Subscriptions subscriptions;

    @BeforeEach
    void noneYet() {
        subscriptions = new Subscriptions(api);
    }

    @AfterEach
    void turnOff() {
        subscriptions.close();
    }

    /** The host of the example does not exist. */
    @Test
    void theSubscriptionIsTakenAndItsEndpointAsked() throws IOException {
        subscriptions.awaitStatus(Work.CLINIC, written(), "error");
    }

    @TestFactory
    Stream<DynamicTest> theRequestOfEachOperationIsTaken() {
        var examples = OperationExamples.of("Subscription"::equals);
        assertThat(examples).hasSize(4);
        return examples.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    UnitClient unit = ADMINISTRATIVE.contains(example.getKey()) ? api.asAdmin() : api.as(Work.CLINIC);
                    String path = example.getKey().contains("dead-letters")
                            ? example.getKey()
                            : example.getKey().replace("/", "/" + written() + "/");
                    unit.post(path, OperationExamples.read(example.getValue())).expect(200);
                }));
    }

    private String written() throws IOException {
        String json = Files.readString(
                Path.of("profiles/fsh-generated/examples/Subscription-topic-subscription-example.json"));
        Subscription example = FhirContext.forR4Cached().newJsonParser().parseResource(Subscription.class, json);
        example.setId((String) null);
        return subscriptions.written(Work.CLINIC, example);
    }
}
