package se.samspar.demo.year;

/** What comes next in a course would be after the year: it goes on when the program is tried. */
final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYet() {
        super("After the end of the year", null, false, false);
    }
}
