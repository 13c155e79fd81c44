package se.samspar.database;

import java.nio.file.Path;

/** Two servers were started on one data folder. */
final class DataFolderInUseException extends RuntimeException {

    private final transient Path folder;

    DataFolderInUseException(Path folder) {
        super("Another Samspår server is running on the data folder " + folder);
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }
}
