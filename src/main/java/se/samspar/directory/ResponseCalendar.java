package se.samspar.directory;

import java.util.Optional;
import java.util.stream.Stream;

/** How a response time runs. */
public enum ResponseCalendar {
    /** Day and night. */
    ELAPSED("elapsed"),
    /** While the receiving service is open. */
    OPENING_HOURS("opening-hours"),
    /** In whole working days: Monday to Friday but for public holidays (helgfria vardagar). */
    WORKING_DAYS("working-days");

    private final String code;

    ResponseCalendar(String code) {
        this.code = code;
    }

    static Optional<ResponseCalendar> of(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
