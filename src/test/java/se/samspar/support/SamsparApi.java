package se.samspar.support;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The running server as its clients see it. */
@TestComponent
@Lazy
public class SamsparApi {

    private final Environment environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, UnitClient> clients = new ConcurrentHashMap<>();

    SamsparApi(Environment environment) {
        this.environment = environment;
    }

    /** The unit of the demo region with this slug, with a token of its own from the real token endpoint. */
    public UnitClient as(String slug) {
        return clients.computeIfAbsent(slug, this::signIn);
    }

    /** The directory's and population's administrator. */
    public UnitClient asAdmin() {
        return as("samspar-admin");
    }

    /** Someone without a token. */
    public UnitClient asNobody() {
        return withToken(null);
    }

    /** Someone with just this token. */
    public UnitClient withToken(String token) {
        return new UnitClient(http, baseUrl() + "/fhir/", token);
    }

    /** A token for some of the unit's scopes only. */
    public UnitClient as(String slug, String scope) {
        return withToken(UnitClient.token(http, baseUrl(), slug, scope));
    }

    public String baseUrl() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    private UnitClient signIn(String slug) {
        return withToken(UnitClient.token(http, baseUrl(), slug, null));
    }
}
