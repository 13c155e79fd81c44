package se.samspar.fhir;

import dev.personnummer.Options;
import dev.personnummer.Personnummer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbers that identify a person: 12 digits without separator, a real date of birth and a right check digit. */
public final class PersonalIdentity {

    /** The library also reads shorter and separated forms, of which the record keeps none. */
    private static final Pattern STORED_FORM = Pattern.compile("(?:18|19|20)[0-9]{10}");

    /** Any form in which people write one: with or without century and separator. */
    private static final Pattern WRITTEN_FORM =
            Pattern.compile("(?<![0-9])((?:18|19|20)?)([0-9]{6})[-+ ]?([0-9]{4})(?![0-9])");

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

    /** Does a text say such a number, in any form? */
    public static boolean occursIn(String text) {
        return WRITTEN_FORM
                .matcher(text)
                .results()
                .flatMap(found -> (found.group(1).isEmpty() ? Stream.of("19", "20") : Stream.of(found.group(1)))
                        .map(century -> century + found.group(2) + found.group(3)))
                .anyMatch(number -> isPersonnummer(number) || isSamordningsnummer(number));
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
