package se.samspar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Whom the demo's tokens name is in its directory. */
@SamsparTest
class DemoTokensTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @CsvSource({
        "vc-dalby, REGION-SKANE",
        "sus-ortopedi, REGION-SKANE",
        "ambulans-skane, REGION-SKANE",
        "kommun-lund-hemsjukvard, KOMMUN-LUND"
    })
    void aTokenNamesTheUnitItsCareProviderAndAnEmployee(String slug, String provider) throws IOException {
        String payload = api.as(slug).token().split("\\.")[1];
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));
        assertThat(claims.path("careUnitHsaId").asText()).isEqualTo(DemoUnits.hsaId(slug));
        assertThat(claims.path("careProviderHsaId").asText()).isEqualTo("SE2321000255-DEMO-" + provider);
        assertThat(claims.path("employeeHsaId").asText()).isEqualTo(DemoUnits.hsaId(slug) + "-ANSTALLD");
    }

    @Test
    void whatTheEmployeeClaimsIsFoundAmongTheirs() {
        String request = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        UnitClient clinic = api.as("sus-ortopedi");

        Task claimed = clinic.post("ServiceRequest/%s/$claim".formatted(request), new Parameters())
                .expect(200)
                .resource(Task.class);

        Reference person =
                (Reference) claimed.getExtensionByUrl(Extensions.ASSIGNED_TO).getValue();
        assertThat(person.getReference()).isEqualTo("PractitionerRole/sus-ortopedi-anstalld");
        assertThat(clinic.get("Task?assigned-to=PractitionerRole/sus-ortopedi-anstalld&_count=200")
                        .expect(200)
                        .entries(Task.class))
                .extracting(task -> task.getIdElement().getIdPart())
                .contains(claimed.getIdElement().getIdPart());
    }
}
