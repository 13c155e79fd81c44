package se.samspar.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one paragraph why a second server on the same folder does not start. */
final class DataFolderInUseFailureAnalyzer extends AbstractFailureAnalyzer<DataFolderInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUseException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Stop the other server, or give this one its own folder: --samspar.embedded.data-dir=<folder>. "
                        + "Several servers share one database only through spring.datasource.url.",
                cause);
    }
}
