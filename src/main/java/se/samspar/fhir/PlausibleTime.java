package se.samspar.fhir;

import org.hl7.fhir.r4.model.BaseDateTimeType;

/**
 * Which times can be meant at all: from before anyone who has a personnummer was born until after all that is planned
 * now. What is counted from a time outside may be none that FHIR can write.
 */
public final class PlausibleTime {

    public static final int FIRST_YEAR = 1850;
    public static final int LAST_YEAR = 2200;

    private static final int DIGITS_OF_A_YEAR = 4;

    private PlausibleTime() {}

    /** Is it in a year that can be meant? True of an element without a value. */
    public static boolean isPlausible(BaseDateTimeType time) {
        if (!time.hasValue()) {
            return true;
        }
        int year = Integer.parseInt(time.getValueAsString().substring(0, DIGITS_OF_A_YEAR));
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
