package se.samspar.attachment.file;

import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How much was attached in the current transaction, which is one message. */
public final class SentFiles implements TransactionSynchronization {

    private long bytes;

    private SentFiles() {}

    /** The size of all files of the message. */
    public static long total() {
        return current().map(sent -> sent.bytes).orElse(0L);
    }

    /** Counts a file in. */
    public static void add(long size) {
        current().orElseGet(SentFiles::begin).bytes += size;
    }

    private static SentFiles begin() {
        SentFiles begun = new SentFiles();
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    private static Optional<SentFiles> current() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(SentFiles.class::isInstance)
                .map(SentFiles.class::cast)
                .findAny();
    }
}
