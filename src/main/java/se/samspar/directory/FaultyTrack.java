package se.samspar.directory;

/** A track definition cannot be used. */
final class FaultyTrack extends RuntimeException {

    private final String source;

    /** @param source the file, or the name of the packaged resource */
    FaultyTrack(String source, String what) {
        super("The track definition %s cannot be used: %s".formatted(source, what));
        this.source = source;
    }

    String source() {
        return source;
    }
}
