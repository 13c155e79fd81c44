package se.samspar.support;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** The running server as its clients see it. */
@TestComponent
@Lazy
public class SamsparApi {

    private final Environment environment;
    private final JwtEncoder tokens;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, UnitClient> clients = new ConcurrentHashMap<>();

    @Autowired
    SamsparApi(Environment environment, JWKSource<SecurityContext> demoKeys) {
        this.environment = environment;
        this.tokens = new NimbusJwtEncoder(demoKeys);
    }

    /** For servers whose key the test does not have. */
    SamsparApi() {
        this.environment = null;
        this.tokens = null;
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

    /** Someone without a token who starts beside the FHIR endpoint. */
    public UnitClient atRoot() {
        return new UnitClient(http, baseUrl() + "/", null);
    }

    /** Someone whose token of an hour ran out an hour ago. */
    public UnitClient asExpired(String slug) {
        return withToken(token(slug, "system/*.rs", Instant.now().minus(2, ChronoUnit.HOURS), Map.of()));
    }

    /** Someone with just this token. */
    public UnitClient withToken(String token) {
        return new UnitClient(http, baseUrl() + "/fhir/", token);
    }

    /** A token for some of the unit's scopes only. */
    public UnitClient as(String slug, String scope) {
        return withToken(UnitClient.token(http, baseUrl(), slug, scope));
    }

    /** A token of the real token endpoint for a purpose, as a code of v3 PurposeOfUse. */
    public UnitClient forPurpose(String slug, String purpose) {
        return withToken(UnitClient.tokenFor(http, baseUrl(), slug, "&purpose=" + purpose));
    }

    /** A system of the unit, with no person behind it; the demo issuer gives every token an employee. */
    public UnitClient asSystemOf(String slug, String scope) {
        return withToken(token(slug, scope, Instant.now(), Map.of()));
    }

    /** A person at the unit; the demo issuer gives all its tokens one and the same. */
    public UnitClient asEmployeeOf(String slug, String employee) {
        Map<String, Object> person = Map.of("employeeHsaId", hsaId(employee));
        return withToken(token(slug, "user/*.cruds", Instant.now(), person));
    }

    /** Somebody of the unit with these claims besides, such as a purpose. */
    public UnitClient withClaims(String slug, String scope, Map<String, Object> more) {
        return withToken(token(slug, scope, Instant.now(), more));
    }

    /** The patient with this id. */
    public UnitClient asPatient(String id, String scope) {
        return withToken(token("app", scope, Instant.now(), Map.of("patient", id)));
    }

    /** A person at the unit with a token for an emergency, issued at this time; the header with the reason is the caller's. */
    public UnitClient inEmergencyAt(String slug, String employee, Instant issued) {
        Map<String, Object> person = Map.of("employeeHsaId", hsaId(employee), "purpose", "BTG");
        return withToken(token(slug, "user/*.cruds", issued, person));
    }

    /** A token of the unit's for an emergency, with no person behind it. */
    public UnitClient asSystemInEmergency(String slug) {
        return withToken(token(slug, "system/*.cruds user/*.cruds", Instant.now(), Map.of("purpose", "BTG")));
    }

    /** Whoever reviews the logs of the unit. */
    public UnitClient asReviewerOf(String slug) {
        return withToken(token(slug, "samspar/log-review", Instant.now(), Map.of()));
    }

    private String token(String slug, String scope, Instant issued, Map<String, Object> more) {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(baseUrl())
                .subject(slug)
                .issuedAt(issued)
                .expiresAt(issued.plus(1, ChronoUnit.HOURS))
                .claim("scope", scope)
                .claims(claimed -> {
                    if (!more.containsKey("patient")) {
                        claimed.put("careUnitHsaId", hsaId(slug));
                    }
                    claimed.putAll(more);
                })
                .build();
        return tokens.encode(JwtEncoderParameters.from(claims)).getTokenValue();
    }

    private static String hsaId(String slug) {
        return "SE2321000255-DEMO-" + slug.toUpperCase(Locale.ROOT);
    }

    public String baseUrl() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    private UnitClient signIn(String slug) {
        return withToken(UnitClient.token(http, baseUrl(), slug, null));
    }
}
