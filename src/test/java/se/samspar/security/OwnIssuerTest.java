package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samspar.support.HttpAnswer;
import se.samspar.support.ServerProcess;

/** A server with an issuer of its own, which is away when it starts. */
class OwnIssuerTest {

    @Test
    void aGoodTokenIsNotBlamedForAnIssuerThatIsAwayAndHoldsWhenItIsBack(@TempDir Path folder) throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("1").generate();
        int port = freePort();
        String issuer = "http://localhost:" + port;
        String option = "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer;
        try (ServerProcess server = ServerProcess.start(folder, option)) {
            HttpAnswer away = server.withToken(token(issuer, key)).get("Organization");
            assertThat(away.expect(503).header("Retry-After")).isNotBlank();
            assertThat(server.withToken(null)
                            .get(".well-known/smart-configuration")
                            .status())
                    .isEqualTo(503);

            HttpServer back = answering(issuer, port, key);
            try {
                server.withToken(token(issuer, key)).get("Organization").expect(200);
                assertThat(server.withToken(token("http://localhost:1", key))
                                .get("Organization")
                                .expect(401)
                                .header("WWW-Authenticate"))
                        .contains("iss");
                assertThat(server.withToken(null)
                                .get(".well-known/smart-configuration")
                                .expect(200)
                                .body())
                        .contains(issuer + "/protocol/token");
            } finally {
                back.stop(0);
            }
        }
    }

    private static HttpServer answering(String issuer, int port, RSAKey key) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        answer(
                server,
                "/.well-known/openid-configuration",
                """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/protocol/token",
                 "subject_types_supported":["public"]}"""
                        .formatted(issuer));
        answer(server, "/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        return server;
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String token(String issuer, RSAKey key) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject("katalog")
                        .claim("scope", "system/*.rs samspar/admin")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
