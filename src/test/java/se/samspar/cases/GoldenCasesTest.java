package se.samspar.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.cases.GoldenCase.Sent;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Every golden case against the running server. */
@SamsparTest
class GoldenCasesTest {

    @Autowired
    SamsparApi api;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> everyGoldenCaseIsAnsweredAsItSays() {
        return GoldenCase.all().stream().map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> run(golden)));
    }

    private void run(GoldenCase golden) {
        Placeholders placeholders = new Placeholders(api, golden.sent().as());
        golden.given().forEach(step -> {
            HttpAnswer answer = send(step, placeholders);
            assertThat(answer.status()).as("given: %s", answer.body()).isBetween(200, 299);
            step.keep().forEach((name, type) -> placeholders.keep(name, find(type, answer)));
        });
        HttpAnswer answer = send(golden.sent(), placeholders);
        assertThat(answer.status())
                .as(answer.body())
                .isEqualTo(golden.expected().status());
        assertThat(rulesNamed(answer))
                .as(answer.body())
                .containsExactlyInAnyOrderElementsOf(golden.expected().rules());
    }

    private HttpAnswer send(Sent sent, Placeholders placeholders) {
        return api.as(sent.as())
                .send(
                        sent.method(),
                        placeholders.fill(sent.path()),
                        sent.body() == null
                                ? null
                                : placeholders.fill(sent.body().toString()),
                        sent.headers().stream().map(placeholders::fill).toArray(String[]::new));
    }

    private static Resource find(String type, HttpAnswer answer) {
        Resource resource = parse(answer);
        Stream<Resource> candidates = resource instanceof Bundle bundle
                ? bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource)
                : Stream.of(resource);
        return candidates
                .filter(candidate -> type.equals(candidate.fhirType()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type + " in " + answer.body()));
    }

    /** Findings stand in the OperationOutcome; warnings of an accepted write in a header, since a body has no room. */
    private static List<String> rulesNamed(HttpAnswer answer) {
        Stream<String> findings = parse(answer) instanceof OperationOutcome outcome
                ? outcome.getIssue().stream()
                        .flatMap(issue -> issue.getDetails().getCoding().stream())
                        .filter(coding -> CodeSystems.RULE.equals(coding.getSystem()))
                        .map(Coding::getCode)
                : Stream.empty();
        Stream<String> warnings = answer.response().headers().allValues("Warning").stream()
                .map(header -> header.replaceAll("^299 samspar \"(.*)\"$", "$1"));
        return Stream.concat(findings, warnings).distinct().toList();
    }

    private static Resource parse(HttpAnswer answer) {
        return (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(answer.body());
    }
}
