package se.samspar.fhir;

import dev.personnummer.Options;
import dev.personnummer.Personnummer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** The numbers that identify a person: 12 digits without separator, a real date of birth and a right check digit. */
public final class PersonalIdentity {

    /** The library also reads shorter and separated forms, of which the record keeps none. */
    private static final Pattern STORED_FORM = Pattern.compile("(?:18|19|20)[0-9]{10}");

    private static final int ADDED_TO_THE_DAY = 60;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final Options PERSONNUMMER_ONLY = new Options(false);

    private PersonalIdentity() {}

    /** Is it a personal identity number (personnummer)? */
    public static boolean isPersonnummer(String value) {
        return hasStoredForm(value) && Personnummer.valid(value, PERSONNUMMER_ONLY);
    }

    /** Is it a coordination number (samordningsnummer), whose day of birth is 60 more than the real one? */
    public static boolean isSamordningsnummer(String value) {
        return hasStoredForm(value) && !isPersonnummer(value) && Personnummer.valid(value);
    }

    /** Has the day of birth come, in Sweden, that stands in a number of either sort? */
    public static boolean isBorn(String number, Instant now) {
        int day = Integer.parseInt(number.substring(6, 8));
        LocalDate birth = LocalDate.of(
                Integer.parseInt(number.substring(0, 4)),
                Integer.parseInt(number.substring(4, 6)),
                day > ADDED_TO_THE_DAY ? day - ADDED_TO_THE_DAY : day);
        return !birth.isAfter(LocalDate.ofInstant(now, SWEDEN));
    }

    private static boolean hasStoredForm(String value) {
        return value != null && STORED_FORM.matcher(value).matches();
    }
}
