package se.samspar.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import se.samspar.rule.Actor;

/** The demo region's own token issuer: client credentials for every unit, signed with a key of the database's own. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoIssuer {

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    /** All of them without asking; less on request. */
    private static final List<String> UNIT_SCOPES =
            List.of("system/*.cruds", "user/*.cruds", "system/*.rs", "user/*.rs", "system/Task.rs");

    private static final List<String> ADMIN_SCOPES =
            List.of("system/*.cruds", Actor.ADMIN_SCOPE, Actor.POPULATION_SCOPE);

    private static final List<String> REVIEWER_SCOPES = List.of(Actor.LOG_REVIEW_SCOPE);

    private static final List<String> PATIENT_SCOPES = List.of("patient/*.rs", "patient/AuditEvent.rs");

    @Bean
    @Order(1)
    SecurityFilterChain demoTokenEndpoint(HttpSecurity http) throws Exception {
        OAuth2AuthorizationServerConfigurer issuer = OAuth2AuthorizationServerConfigurer.authorizationServer();
        issuer.oidc(Customizer.withDefaults()); // its discovery, so that another server can take these tokens
        issuer.tokenEndpoint(endpoint -> endpoint.accessTokenResponseHandler(new UnitTokenResponse()));
        return http.securityMatcher(issuer.getEndpointsMatcher())
                .with(issuer, configured -> {})
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .headers(headers -> headers.disable()) // as with every answer
                .csrf(csrf -> csrf.ignoringRequestMatchers(issuer.getEndpointsMatcher()))
                .build();
    }

    @Bean
    RegisteredClientRepository demoClients() {
        return new InMemoryRegisteredClientRepository(Stream.of(
                        DemoUnits.SLUGS.stream().map(slug -> client(slug, UNIT_SCOPES)),
                        DemoUnits.REVIEWED.stream().map(slug -> client(DemoUnits.reviewer(slug), REVIEWER_SCOPES)),
                        Stream.of(
                                client(DemoUnits.ADMIN, ADMIN_SCOPES),
                                client(DemoUnits.PATIENT_CLIENT, PATIENT_SCOPES)))
                .flatMap(Function.identity())
                .toList());
    }

    private static RegisteredClient client(String id, Collection<String> scopes) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + DemoUnits.secret(id))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(granted -> granted.addAll(scopes))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }

    /** Claims of contract section 8: the unit, its care provider, a made-up employee, and every scope of the client. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> demoClaims(DemoProviders providers) {
        return context -> {
            RegisteredClient client = context.getRegisteredClient();
            context.getClaims().claim("purpose", purpose(context));
            if (context.getAuthorizedScopes().isEmpty()) {
                context.getClaims().claim("scope", client.getScopes());
            }
            String id = client.getClientId();
            if (id.equals(DemoUnits.PATIENT_CLIENT)) {
                context.getClaims().claim("patient", DemoUnits.PATIENT_ID);
            }
            DemoUnits.unitOf(id).ifPresent(unit -> {
                context.getClaims()
                        .claim("careUnitHsaId", DemoUnits.hsaId(unit))
                        .claim("employeeHsaId", DemoUnits.employee(id));
                providers.hsaIdOf(unit).ifPresent(provider -> context.getClaims()
                        .claim("careProviderHsaId", provider));
            });
        };
    }

    /**
     * Codes of v3 PurposeOfUse: audit, the patient's own request, and for units what they ask for, {@code purpose=BTG} in an
     * emergency; otherwise it is treatment.
     */
    private static Object purpose(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        if (DemoUnits.isReviewer(client)) {
            return "HSYSADMIN";
        }
        if (client.equals(DemoUnits.PATIENT_CLIENT)) {
            return "PATRQT";
        }
        return context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken asked
                ? asked.getAdditionalParameters().getOrDefault("purpose", "TREAT")
                : "TREAT";
    }

    @Bean
    JWKSource<SecurityContext> demoKeys(DemoKey demoKey) {
        return new ImmutableJWKSet<>(new JWKSet(demoKey.key()));
    }

    /**
     * By the public key itself: out of a key set, the private one would be read again for every request. Nobody but the nodes
     * on this database has that key, by whatever address they were asked, so the issuer's name tells nothing more.
     */
    @Bean
    JwtDecoder demoTokenDecoder(DemoKey demoKey) throws JOSEException {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withPublicKey(demoKey.key().toRSAPublicKey()).build();
        decoder.setJwtValidator(JwtValidators.createDefault());
        return decoder;
    }

    /** The issuer is the public address, as smart-configuration says; unless it is configured, that of each request. */
    @Bean
    AuthorizationServerSettings demoIssuerSettings(Environment environment) {
        AuthorizationServerSettings.Builder settings = AuthorizationServerSettings.builder();
        String address = environment.getProperty("samspar.server.base-url", "").replaceFirst("/+$", "");
        return address.isBlank() ? settings.build() : settings.issuer(address).build();
    }
}
