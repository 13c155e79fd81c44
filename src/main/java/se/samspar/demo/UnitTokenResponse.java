package se.samspar.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** The token answer, which also names the unit's {@code organization} id. */
final class UnitTokenResponse implements AuthenticationSuccessHandler {

    private final HttpMessageConverter<OAuth2AccessTokenResponse> converter =
            new OAuth2AccessTokenResponseHttpMessageConverter();

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OAuth2AccessTokenAuthenticationToken issued = (OAuth2AccessTokenAuthenticationToken) authentication;
        String client = issued.getRegisteredClient().getClientId();
        OAuth2AccessTokenResponse answer = OAuth2AccessTokenResponse.withToken(
                        issued.getAccessToken().getTokenValue())
                .tokenType(issued.getAccessToken().getTokenType())
                .scopes(issued.getAccessToken().getScopes())
                .expiresIn(
                        Duration.between(Instant.now(), issued.getAccessToken().getExpiresAt())
                                .toSeconds())
                .additionalParameters(DemoUnits.unitOf(client)
                        .<Map<String, Object>>map(unit -> Map.of("organization", unit))
                        .orElse(Map.of()))
                .build();
        converter.write(answer, null, new ServletServerHttpResponse(response));
    }
}
