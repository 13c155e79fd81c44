package se.samspar.security;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Checks signature, issuer, times and audience of tokens. */
@Configuration(proxyBeanMethods = false)
class TokenValidation {

    static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    /**
     * What a token must pass besides its signature.
     *
     * @param audience not checked when empty
     */
    private static OAuth2TokenValidator<Jwt> validator(String issuer, String audience) {
        OAuth2TokenValidator<Jwt> issuerAndTimes = new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                // One without an end would hold for ever, whoever has come by it.
                new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull));
        if (audience.isBlank()) {
            return issuerAndTimes;
        }
        return new DelegatingOAuth2TokenValidator<>(
                issuerAndTimes,
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience)));
    }

    /** The configured issuer; looked up at the first token, so that the server starts while the issuer is away. */
    @Bean
    @Profile("!demo")
    @ConditionalOnProperty(ISSUER)
    JwtDecoder jwtDecoder(Environment environment, SecurityProperties properties) {
        String issuer = environment.getRequiredProperty(ISSUER);
        JwtDecoder decoder = new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder known = JwtDecoders.fromIssuerLocation(issuer);
            known.setJwtValidator(validator(issuer, properties.audience()));
            return known;
        });
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException issuerAway) {
                throw new JwtException("The issuer's configuration cannot be read", issuerAway);
            }
        };
    }

    /** Without the demo's own issuer there must be a real one: a server that nobody can sign in to helps nobody. */
    @Bean
    @Profile("!demo")
    static BeanFactoryPostProcessor issuerRequired(Environment environment) {
        return beans -> {
            if (environment.getProperty(ISSUER, "").isBlank()) {
                throw new IssuerMissingException();
            }
        };
    }
}
