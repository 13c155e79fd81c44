package se.samspar.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** Says what is wrong with a token as RFC 6750 has it, and keeps apart what is not the token's fault. */
final class TokenRefusal {

    private static final Logger log = LoggerFactory.getLogger(TokenRefusal.class);
    private static final BearerTokenAuthenticationEntryPoint CHALLENGE = new BearerTokenAuthenticationEntryPoint();

    private TokenRefusal() {}

    static void send(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            log.error("Tokens cannot be checked: the issuer does not answer as it should", failure);
            response.setHeader("Retry-After", "5");
            OutcomeResponse.send(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    IssueType.TRANSIENT,
                    "Tokens cannot be checked, since their issuer cannot be reached. Retry later.");
            return;
        }
        CHALLENGE.commence(request, response, failure);
        String text = "A valid access token is needed in the Authorization header.";
        if (failure instanceof OAuth2AuthenticationException refused) {
            String why = refused.getError().getDescription();
            log.info("Token refused: {}", why);
            text += " This one is not: " + why;
        }
        OutcomeResponse.send(request, response, HttpStatus.UNAUTHORIZED, IssueType.LOGIN, text);
    }

    /** Spring would let a failure of the issuer through as one of this server. */
    static ObjectPostProcessor<BearerTokenAuthenticationFilter> alsoWhenTheIssuerIsAway() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(TokenRefusal::send);
                return filter;
            }
        };
    }
}
