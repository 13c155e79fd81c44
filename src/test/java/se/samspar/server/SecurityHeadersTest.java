package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import se.samspar.security.SecurityHeaders;
import se.samspar.support.RawHttp;
import se.samspar.support.RawHttp.Answer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Whatever is answered, and whoever answers it, a browser is told to keep, run, frame and tell nothing. */
@SamsparTest
class SecurityHeadersTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /fhir/metadata",
                "GET /fhir/CodeSystem/rule",
                "GET /fhir/package.tgz",
                "GET /fhir/.well-known/smart-configuration",
                "GET /fhir/Task",
                "HEAD /fhir/Task",
                "GET /fhir/Task?_format=xml",
                "GET /fhir/Task?_format=pdf",
                "GET /fhir/Patient/none",
                "GET /fhir/$everything",
                "DELETE /fhir/Task/1",
                "OPTIONS /fhir/Task",
                "POST /fhir/Task",
                "POST /fhir/ServiceRequest/$submit",
                "GET /fhir/Task?_count=-1",
                // by Spring's firewall
                "GET //fhir/Patient",
                "GET /fhir//Patient",
                "TRACE /fhir/Patient",
                // by Tomcat
                "GET /fhir/Patient%2f1",
                "GET /fhir/Patient?a={",
                "CONNECT /fhir",
                // beside the endpoint
                "GET /",
                "GET /nowhere",
                "GET /error",
                "GET /actuator/health",
                "GET /actuator/health/none",
                "GET /actuator/prometheus",
                "GET /oauth2/jwks",
                "GET /oauth2/authorize",
                "POST /oauth2/token",
                "GET /.well-known/openid-configuration"
            })
    void everyAnswerHasThem(String request) {
        String token = "Authorization: Bearer " + api.as("vc-dalby").token();
        for (String[] headers :
                List.of(new String[0], new String[] {token}, new String[] {"Authorization: Bearer x"})) {
            assertHasThem(RawHttp.send(api.baseUrl(), request, "", headers));
        }
    }

    @Test
    void soHaveTheTokenAndTheRefusalsThatComeBeforeTheBodyIsRead() {
        String form = "Content-Type: application/x-www-form-urlencoded";
        Answer token = RawHttp.send(
                api.baseUrl(),
                "POST /oauth2/token",
                "grant_type=client_credentials&client_id=vc-dalby&client_secret=demo-vc-dalby",
                form);
        assertThat(token.body()).contains("access_token");
        assertHasThem(token);

        String dalby = "Authorization: Bearer " + api.as("vc-dalby").token();
        assertHasThem(RawHttp.send(api.baseUrl(), "POST /fhir/Task", "{}", dalby, "Content-Encoding: gzip"));
        assertHasThem(RawHttp.send(api.baseUrl(), "GET /fhir/Task?_id=" + "x".repeat(20_000), "", dalby));
    }

    @Test
    void onlyByHttpsIsABrowserToldToComeByNothingElse() {
        assertThat(strictTransport(false, false)).isNull();
        assertThat(strictTransport(false, true)).startsWith("max-age=31536000");
        assertThat(strictTransport(true, false)).startsWith("max-age=31536000");
    }

    private static String strictTransport(boolean isPublicByHttps, boolean isSecure) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(isSecure);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecurityHeaders(isPublicByHttps).writeHeaders(request, response);
        return response.getHeader("Strict-Transport-Security");
    }

    private static void assertHasThem(Answer answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .as(answer.text())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain(" AND ");
        assertThat(answer.header("X-Content-Type-Options")).as(answer.text()).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).as(answer.text()).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).as(answer.text()).contains("no-store");
        assertThat(answer.header("Server")).as(answer.text()).isNull();
        assertThat(Stream.of(answer.header("X-Powered-By"))).allMatch(by -> by == null || by.equals("Samspar"));
        assertThat(Arrays.asList(answer.header("Access-Control-Allow-Origin"))).containsOnlyNulls();
    }
}
