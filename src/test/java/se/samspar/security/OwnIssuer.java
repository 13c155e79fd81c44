package se.samspar.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import se.samspar.support.HttpAnswer;
import se.samspar.support.ServerProcess;

/**
 * An issuer and a server that takes its tokens. It was away when the server started and was asked for the first time;
 * tests share both, which end with the tests.
 */
final class OwnIssuer {

    static final String AUDIENCE = "https://samspar.region.example/fhir";

    private static OwnIssuer shared;

    private final RSAKey key;
    private final String url;
    private final ServerProcess server;
    private final List<HttpAnswer> whileAway;

    private OwnIssuer() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("1").generate();
        int port = freePort();
        url = "http://localhost:" + port;
        server = ServerProcess.start(
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "issuer"),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + url,
                "--samspar.security.audience=" + AUDIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        whileAway = List.of(
                server.withToken(signed(header().build(), claims().build(), key))
                        .get("Organization"),
                server.withToken(null).get(".well-known/smart-configuration"));
        come(port);
    }

    static synchronized OwnIssuer shared() throws Exception {
        if (shared == null) {
            shared = new OwnIssuer();
        }
        return shared;
    }

    ServerProcess server() {
        return server;
    }

    String url() {
        return url;
    }

    RSAKey key() {
        return key;
    }

    /** What the server answered before its issuer came: a good token, and a question for its endpoints. */
    List<HttpAnswer> whileAway() {
        return whileAway;
    }

    /** What its tokens claim. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(url)
                .audience(AUDIENCE)
                .subject("katalog")
                .claim("scope", "system/*.rs samspar/admin")
                .issueTime(in(-1))
                .expirationTime(in(3600));
    }

    static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1");
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey by) throws Exception {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private void come(int port) throws IOException {
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        answer(
                issuer,
                "/.well-known/openid-configuration",
                """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/protocol/token",
                 "subject_types_supported":["public"]}"""
                        .formatted(url));
        answer(issuer, "/keys", new JWKSet(key.toPublicJWK()).toString());
        issuer.start();
    }

    static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
