package se.samspar.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which folder is missing before the server can start. */
final class PackagesMissingFailureAnalyzer extends AbstractFailureAnalyzer<PackagesMissingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PackagesMissingException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".", "Name a folder with FHIR packages (.tgz), or leave the setting out.", cause);
    }
}
