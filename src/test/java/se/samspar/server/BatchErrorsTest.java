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
import se.samspar.support.TestPatients;

/** What fails in an entry of a batch is told as carefully as what fails in a request of its own. */
@SamsparTest
class BatchErrorsTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @CsvSource({"Patient?no-such-parameter=1, 400, no-such-parameter", "Patient/nobody, 404, nobody"})
    void anEntryTellsNothingOfTheInside(String url, String status, String text) {
        Bundle bundle = new Bundle().setType(BundleType.BATCH);
        bundle.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(url);

        HttpAnswer answer = api.as("vc-dalby").post("", bundle).expect(200);

        var response = answer.resource(Bundle.class).getEntryFirstRep().getResponse();
        assertThat(response.getStatus()).startsWith(status);
        assertThat(((OperationOutcome) response.getOutcome()).getIssueFirstRep().getDiagnostics())
                .contains(text)
                .doesNotContain("Exception");
    }

    /** As a whole, like everything else that is wrong with an entry before it is carried out. */
    @ParameterizedTest
    @CsvSource({
        "GET, BATCH, Patient?birthdate=zzz, birthdate",
        "GET, BATCH, Patient?birthdate=2026-13-45, birthdate",
        "GET, BATCH, Task?_lastUpdated=gt2026-zzz, _lastUpdated",
        "GET, BATCH, Observation?value-quantity=zzz, value-quantity",
        "GET, BATCH, ServiceRequest?patient.birthdate=zzz, patient.birthdate",
        "GET, BATCH, ServiceRequest?patient:Patient.birthdate=zzz, patient:Patient.birthdate",
        "GET, BATCH, Patient?_has:ServiceRequest:patient:authored=zzz, _has:ServiceRequest:patient:authored",
        "GET, TRANSACTION, Patient?birthdate=zzz, birthdate",
        "PUT, BATCH, Patient?birthdate=zzz, birthdate",
        "PUT, TRANSACTION, Patient?birthdate=zzz, birthdate"
    })
    void aValueThatCannotBeReadIsRefusedByTheNameOfItsParameter(
            HTTPVerb method, BundleType type, String url, String name) {
        Bundle bundle = new Bundle().setType(type);
        bundle.addEntry()
                .setResource(method == HTTPVerb.PUT ? TestPatients.next() : null)
                .getRequest()
                .setMethod(method)
                .setUrl(url);

        assertThat(api.as("vc-dalby").post("", bundle).refused(400).body())
                .contains("Parameter " + name + " has a value that cannot be read as its type.")
                .doesNotContain("zzz", "13-45");
    }
}
