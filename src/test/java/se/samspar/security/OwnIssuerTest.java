package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samspar.support.HttpAnswer;

/** A server with an issuer of its own, which is away when it starts. */
class OwnIssuerTest {

    private static OwnIssuer issuer;

    @BeforeAll
    static void start() throws Exception {
        issuer = OwnIssuer.shared();
    }

    @Test
    void aGoodTokenIsNotBlamedForAnIssuerThatIsAway() {
        assertThat(issuer.whileAway())
                .allSatisfy(away -> assertThat(away.status()).isEqualTo(503));
        assertThat(issuer.whileAway().get(0).expect(503).header("Retry-After")).isNotBlank();
    }

    @Test
    void itHoldsWhenTheIssuerIsBack() throws Exception {
        with(issuer.url()).expect(200);
        assertThat(with("http://localhost:1").expect(401).header("WWW-Authenticate"))
                .contains("iss");
        assertThat(issuer.server()
                        .withToken(null)
                        .get(".well-known/smart-configuration")
                        .expect(200)
                        .body())
                .contains(issuer.url() + "/protocol/token");
    }

    private static HttpAnswer with(String issuerClaim) throws Exception {
        String token = OwnIssuer.signed(
                OwnIssuer.header().build(), issuer.claims().issuer(issuerClaim).build(), issuer.key());
        return issuer.server().withToken(token).get("Organization");
    }
}
