package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.security.OwnIssuer.AUDIENCE;
import static se.samspar.security.OwnIssuer.header;
import static se.samspar.security.OwnIssuer.in;
import static se.samspar.security.OwnIssuer.signed;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samspar.support.HttpAnswer;

/** Tokens that the issuer of this server did not make for it, did not make now, or made for something else. */
class ForgedTokensTest {

    private static final long HOUR = 3600;

    private static final AtomicInteger ASKED_AT_THE_ATTACKERS = new AtomicInteger();

    private static OwnIssuer issuer;
    private static HttpServer attacker;
    private static RSAKey attackersKey;
    private static String attackerUrl;

    @BeforeAll
    static void start() throws Exception {
        issuer = OwnIssuer.shared();
        attackersKey = new RSAKeyGenerator(2048).keyID("1").generate();
        attacker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        attacker.start();
        attackerUrl = "http://localhost:" + attacker.getAddress().getPort() + "/keys";
        byte[] keys = new JWKSet(attackersKey.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        attacker.createContext("/", exchange -> {
            ASKED_AT_THE_ATTACKERS.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        attacker.stop(0);
    }

    @Test
    void aTokenOfTheIssuerForThisServerIsTaken() throws Exception {
        statusOf(signed(header().build(), issuer.claims().build(), issuer.key()))
                .expect(200);
        statusOf(signed(
                        header().build(),
                        issuer.claims().audience(List.of("other", AUDIENCE)).build(),
                        issuer.key()))
                .expect(200);
    }

    @Test
    void noOtherIs() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, String> token : refused().entrySet()) {
            HttpAnswer answer = statusOf(token.getValue());
            all.assertThat(answer.status()).as(token.getKey()).isEqualTo(401);
            all.assertThat(answer.body())
                    .as(token.getKey())
                    .contains("OperationOutcome")
                    .doesNotContain("Exception");
        }
        all.assertAll();
        assertThat(ASKED_AT_THE_ATTACKERS).hasValue(0);
    }

    private static Map<String, String> refused() throws Exception {
        Map<String, String> tokens = new LinkedHashMap<>(signedByOthers());
        tokens.put("expired", with(claims -> claims.expirationTime(in(-HOUR))));
        tokens.put("without an end", with(claims -> claims.expirationTime(null)));
        tokens.put("not yet valid", with(claims -> claims.notBeforeTime(in(HOUR))));
        tokens.put("of another issuer", with(claims -> claims.issuer("https://login.evil.example")));
        tokens.put("of an issuer with a longer name", with(claims -> claims.issuer(issuer.url() + "/x")));
        tokens.put("of nobody", with(claims -> claims.issuer(null)));
        tokens.put("for another server", with(claims -> claims.audience("https://other.example/fhir")));
        tokens.put("for a server with a longer name", with(claims -> claims.audience(AUDIENCE + "/x")));
        tokens.put("for no server", with(claims -> claims.audience((String) null)));
        String good = with(claims -> claims);
        String[] parts = good.split("\\.");
        String other = with(claims -> claims.subject("annan"));
        tokens.put("with claims of another", parts[0] + "." + other.split("\\.")[1] + "." + parts[2]);
        tokens.put("without its signature", parts[0] + "." + parts[1] + ".");
        tokens.put(
                "with claims nested deep",
                parts[0] + "." + base64("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}") + "." + parts[2]);
        tokens.put("in two parts", parts[0] + "." + parts[1]);
        tokens.put("with a changed signature", good.substring(0, good.length() - 6) + "AAAAAA");
        return tokens;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> signedByOthers() throws Exception {
        JWTClaimsSet claims = issuer.claims().build();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("alg none", new PlainJWT(claims).serialize());
        SignedJWT byPublicKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("1").build(), claims);
        byPublicKey.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        tokens.put("HS256 by the public key", byPublicKey.serialize());
        SignedJWT byText = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("1").build(), claims);
        byText.sign(new MACSigner(issuer.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        tokens.put("HS256 by the published key", byText.serialize());
        tokens.put("by another key of the same name", signed(header().build(), claims, attackersKey));
        for (String kid : new String[] {"2", "../../../../dev/null", "' OR 1=1 --", attackerUrl, ""}) {
            tokens.put("by another key, kid " + kid, signed(header().keyID(kid).build(), claims, attackersKey));
        }
        tokens.put("jku", signed(header().jwkURL(URI.create(attackerUrl)).build(), claims, attackersKey));
        tokens.put("x5u", signed(header().x509CertURL(URI.create(attackerUrl)).build(), claims, attackersKey));
        tokens.put("jwk", signed(header().jwk(attackersKey.toPublicJWK()).build(), claims, attackersKey));
        tokens.put(
                "an ID token's type",
                signed(header().type(new JOSEObjectType("logout+jwt")).build(), claims, issuer.key()));
        return tokens;
    }

    private static String with(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(header().build(), change.apply(issuer.claims()).build(), issuer.key());
    }

    private static HttpAnswer statusOf(String token) {
        return issuer.server().withToken(token).get("Organization?_count=1");
    }
}
