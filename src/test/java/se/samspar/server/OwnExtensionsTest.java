package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** What a client meant to say by an extension of ours is said, or refused. */
@SamsparTest
class OwnExtensionsTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://samspar.example/fhir/StructureDefinition/workup",
                "https://samspar.example/fhir/StructureDefinition/Work-up",
                "https://samspar.example/fhir/work-up"
            })
    void oneThatIsNotDefinedIsRefusedByName(String url) {
        ServiceRequest request = DemoRequests.consultation();
        request.addExtension(new Extension(url, new StringType("Röntgen")));

        HttpAnswer refused = submit(request).expect(422);

        assertThat(refused.ruleCodes()).contains("profile-conformance");
        assertThat(refused.outcome().getIssue())
                .extracting(issue -> issue.getDetails().getText())
                .contains("There is no extension " + url + ".");
        assertThat(api.as("vc-dalby")
                        .post("ServiceRequest/$validate", DemoRequests.parameters("resource", request))
                        .expect(200)
                        .outcome()
                        .getIssue())
                .filteredOn(issue -> issue.getSeverity() == IssueSeverity.ERROR)
                .extracting(OperationOutcomeIssueComponent::getDiagnostics)
                .contains("There is no extension " + url + ".");
    }

    @Test
    void soIsOneWithinAnElement() {
        ServiceRequest request = DemoRequests.consultation();
        request.getReasonCodeFirstRep()
                .addExtension(new Extension(
                        "https://samspar.example/fhir/StructureDefinition/reason", new StringType("Knä")));

        assertThat(submit(request).expect(422).outcome().getIssue()).anyMatch(issue -> issue.getExpression().stream()
                .anyMatch(path -> path.getValue().equals("ServiceRequest.reasonCode[0].extension[0]")));
    }

    @Test
    void thoseOfOthersAreTaken() {
        ServiceRequest request = DemoRequests.consultation();
        request.addExtension(new Extension("https://region.example/fhir/journalnummer", new StringType("17")));

        submit(request).expect(200);
    }

    private HttpAnswer submit(ServiceRequest request) {
        return api.as("vc-dalby").post("ServiceRequest/$submit", DemoRequests.submit(request, TestPatients.next()));
    }
}
