package se.samspar.server;

import java.nio.file.Path;

/** The folder that was configured for further FHIR packages is none. */
final class PackagesMissingException extends RuntimeException {

    PackagesMissingException(Path folder) {
        super("samspar.server.packages is " + folder.toAbsolutePath().normalize() + ", which is no folder");
    }
}
