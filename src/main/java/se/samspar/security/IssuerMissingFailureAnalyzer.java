package se.samspar.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to configure before the server can start. */
final class IssuerMissingFailureAnalyzer extends AbstractFailureAnalyzer<IssuerMissingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IssuerMissingException cause) {
        return new FailureAnalysis(
                "No token issuer is configured, so no client could prove who it is.",
                "Set " + TokenValidation.ISSUER + " to your OpenID Connect issuer, or start the demo region with"
                        + " --spring.profiles.active=demo.",
                cause);
    }
}
