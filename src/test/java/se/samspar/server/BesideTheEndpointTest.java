package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTParser;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** What never reaches the FHIR endpoint is answered in its form, and points at it. */
@SamsparTest
class BesideTheEndpointTest {

    @Autowired
    SamsparApi api;

    @Test
    void whoeverComesToTheRootIsShownTheWay() {
        HttpAnswer answer = api.atRoot().get("").expect(404);

        assertThat(answer.outcome().getIssueFirstRep().getDiagnostics()).contains("/fhir/metadata");
    }

    @Test
    void aMethodThatAFileDoesNotHaveIsRefusedAsSuch() {
        HttpAnswer answer = api.as("vc-dalby").post("package.tgz", "{}").expect(405);

        assertThat(answer.outcome().getIssueFirstRep().getCode()).isEqualTo(IssueType.NOTSUPPORTED);
    }

    @Test
    void theDemosIssuerIsTheOneThatItsTokensName() throws Exception {
        JsonNode smart = json("fhir/.well-known/smart-configuration");
        JsonNode discovery = json(".well-known/openid-configuration");

        assertThat(smart.get("issuer").asText())
                .isEqualTo(discovery.get("issuer").asText())
                .isEqualTo(JWTParser.parse(api.as("vc-dalby").token())
                        .getJWTClaimsSet()
                        .getIssuer());
        assertThat(smart.get("token_endpoint")).isEqualTo(discovery.get("token_endpoint"));
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(api.atRoot().get(path).expect(200).body());
    }
}
