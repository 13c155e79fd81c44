package se.samspar.security;

/** The server was started neither with an issuer nor as a demo. */
final class IssuerMissingException extends RuntimeException {

    IssuerMissingException() {
        super("No token issuer is configured");
    }
}
