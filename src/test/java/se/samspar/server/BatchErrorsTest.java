package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** What fails in an entry of a batch is told as carefully as what fails in a request of its own. */
@SamsparTest
class BatchErrorsTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @CsvSource({
        "Patient?birthdate=zzz, 500, under request id",
        "Patient?no-such-parameter=1, 400, no-such-parameter",
        "Patient/nobody, 404, nobody"
    })
    void anEntryTellsNothingOfTheInside(String url, String status, String text) {
        Bundle bundle = new Bundle().setType(BundleType.BATCH);
        bundle.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(url);

        HttpAnswer answer = api.as("vc-dalby").post("", bundle).expect(200);

        var response = answer.resource(Bundle.class).getEntryFirstRep().getResponse();
        assertThat(response.getStatus()).startsWith(status);
        assertThat(((OperationOutcome) response.getOutcome()).getIssueFirstRep().getDiagnostics())
                .contains(text)
                .doesNotContain("Exception")
                .doesNotContain("date/time/quantity");
    }
}
