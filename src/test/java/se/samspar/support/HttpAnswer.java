package se.samspar.support;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.generated.CodeSystems;

/** What the server answered. */
public record HttpAnswer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public <T extends Resource> T resource(Class<T> type) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, body());
    }

    /** The first resource of this type in an answered Bundle. */
    public <T extends Resource> T entry(Class<T> type) {
        return entries(type).get(0);
    }

    /** The resources of this type in an answered Bundle. */
    public <T extends Resource> List<T> entries(Class<T> type) {
        return resource(Bundle.class).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public OperationOutcome outcome() {
        return resource(OperationOutcome.class);
    }

    /** Codes of the rules named in the answered OperationOutcome. */
    public List<String> ruleCodes() {
        return outcome().getIssue().stream()
                .flatMap(issue -> issue.getDetails().getCoding().stream())
                .filter(coding -> CodeSystems.RULE.equals(coding.getSystem()))
                .map(coding -> coding.getCode())
                .toList();
    }

    /** Fails with the whole answer when the status is another. */
    public HttpAnswer expect(int status) {
        assertThat(status()).as(body()).isEqualTo(status);
        return this;
    }

    /** Fails unless it is an OperationOutcome with this status, errors only, that tells nothing of the program. */
    public HttpAnswer refused(int status) {
        expect(status);
        assertThat(outcome().getIssue())
                .isNotEmpty()
                .allMatch(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR)
                .noneMatch(issue -> String.valueOf(issue.getDiagnostics()).contains("Exception"));
        return this;
    }
}
