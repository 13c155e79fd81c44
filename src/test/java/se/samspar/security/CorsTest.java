package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.Cluster;
import se.samspar.support.RawHttp;
import se.samspar.support.RawHttp.Answer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Scripts of other sites ask in a browser only where their site is configured. */
@ResourceLock(Cluster.ONE_AT_A_TIME)
@SamsparTest
class CorsTest {

    private static final String APP = Cluster.SITE;
    private static final String PREFLIGHT = "OPTIONS /fhir/Task";

    @Autowired
    SamsparApi api;

    @Test
    void unlessConfiguredNoSiteIsLetIn() {
        Answer asked = RawHttp.send(api.baseUrl(), "GET /fhir/metadata", "", "Origin: " + APP);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Access-Control-Allow-Origin")).isNull();
        assertThat(preflight(api.baseUrl(), APP).header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void aConfiguredSiteIsLetInAndNoOther() throws Exception {
        String server = Cluster.running().alive().get(0).address();
        Answer preflight = preflight(server, APP);
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(APP);
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("authorization");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(RawHttp.send(server, "GET /fhir/Task", "", "Origin: " + APP).header("Access-Control-Allow-Origin"))
                .isEqualTo(APP);

        for (String other :
                new String[] {"https://evil.example", APP + ".evil.example", "http://app.region.example", "null"}) {
            Answer refused = preflight(server, other);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("Access-Control-Allow-Origin")).isNull();
            assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(RawHttp.send(server, "GET /fhir/metadata", "").status()).isEqualTo(200);
    }

    private static Answer preflight(String baseUrl, String origin) {
        return RawHttp.send(
                baseUrl,
                PREFLIGHT,
                "",
                "Origin: " + origin,
                "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: authorization");
    }
}
