package se.samspar.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What makes a personnummer and a samordningsnummer (ALL-2), for any number and not only for chosen ones. */
class PersonalIdentityProperties {

    @Example
    void publishedTestNumberIsAPersonnummer() {
        assertThat(PersonalIdentity.isPersonnummer("191212121212")).isTrue();
        assertThat(PersonalIdentity.isSamordningsnummer("191212121212")).isFalse();
    }

    @Example
    void nothingIsNotANumber() {
        assertThat(PersonalIdentity.isPersonnummer(null)).isFalse();
        assertThat(PersonalIdentity.isSamordningsnummer("")).isFalse();
    }

    @Property
    void dateSerialAndCheckDigitMakeAPersonnummer(@ForAll("births") LocalDate birth, @ForAll("serials") int serial) {
        String number = withCheckDigit(date(birth) + String.format("%03d", serial));
        assertThat(PersonalIdentity.isPersonnummer(number)).isTrue();
        assertThat(PersonalIdentity.isSamordningsnummer(number)).isFalse();
    }

    @Property
    void dayPlusSixtyMakesASamordningsnummer(@ForAll("births") LocalDate birth, @ForAll("serials") int serial) {
        String number = withCheckDigit(coordinationDate(birth) + String.format("%03d", serial));
        assertThat(PersonalIdentity.isSamordningsnummer(number)).isTrue();
        assertThat(PersonalIdentity.isPersonnummer(number)).isFalse();
    }

    @Property
    void anotherLastDigitIsWrong(
            @ForAll("births") LocalDate birth,
            @ForAll("serials") int serial,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        String right = withCheckDigit(date(birth) + String.format("%03d", serial));
        int wrongDigit = (right.charAt(11) - '0' + off) % 10;
        assertThat(PersonalIdentity.isPersonnummer(right.substring(0, 11) + wrongDigit))
                .isFalse();
    }

    @Property
    void anyChangedDigitAfterTheCenturyIsFound(
            @ForAll("births") LocalDate birth,
            @ForAll("serials") int serial,
            @ForAll @IntRange(min = 2, max = 11) int position,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        StringBuilder number = new StringBuilder(withCheckDigit(date(birth) + String.format("%03d", serial)));
        number.setCharAt(position, (char) ('0' + (number.charAt(position) - '0' + off) % 10));
        assertThat(PersonalIdentity.isPersonnummer(number.toString())).isFalse();
        assertThat(PersonalIdentity.isSamordningsnummer(number.toString())).isFalse();
    }

    @Property
    void datesThatDoNotExistAreWrong(
            @ForAll @IntRange(min = 1890, max = 2025) int year,
            @ForAll @IntRange(max = 19) int month,
            @ForAll @IntRange(max = 39) int day,
            @ForAll("serials") int serial) {
        String number = withCheckDigit(String.format("%04d%02d%02d%03d", year, month, day, serial));
        assertThat(PersonalIdentity.isPersonnummer(number)).isEqualTo(exists(year, month, day));
    }

    @Example
    void nobodyIsBornBeforeTheDayHasBegunInSweden() {
        Instant midnight = Instant.parse("2024-12-31T23:00:00Z");
        for (String number : List.of("202501019808", "202501619801")) {
            assertThat(PersonalIdentity.isBorn(number, midnight)).isTrue();
            assertThat(PersonalIdentity.isBorn(number, midnight.minusSeconds(1)))
                    .isFalse();
        }
    }

    @Property
    void otherFormsAreNotStored(@ForAll("births") LocalDate birth, @ForAll("serials") int serial) {
        String number = withCheckDigit(date(birth) + String.format("%03d", serial));
        assertThat(PersonalIdentity.isPersonnummer(number.substring(2))).isFalse();
        assertThat(PersonalIdentity.isPersonnummer(number.substring(0, 8) + "-" + number.substring(8)))
                .isFalse();
        assertThat(PersonalIdentity.isPersonnummer(" " + number)).isFalse();
    }

    @Property
    void aNumberIsFoundInATextInAnyForm(@ForAll("births") LocalDate birth, @ForAll("serials") int serial) {
        String number = withCheckDigit(date(birth) + String.format("%03d", serial));
        String day = number.substring(0, 8);
        for (String form : List.of(
                number,
                day + "-" + number.substring(8),
                number.substring(2),
                number.substring(2, 8) + "-" + number.substring(8),
                number.substring(2, 8) + "+" + number.substring(8))) {
            if (form.length() >= 12 || birth.getYear() >= 1900) {
                assertThat(PersonalIdentity.occursIn("Patienten (" + form + ") fick vänta."))
                        .as(form)
                        .isTrue();
            }
            assertThat(PersonalIdentity.occursIn("Nummer 9" + form)).as(form).isFalse();
        }
    }

    @Example
    void otherNumbersAreNone() {
        for (String text : List.of(
                "", "SE2321000255-DEMO", "232100-0255", "070-174 06 58", "20250131-1234", "1.2.752.129.2.1.3.1")) {
            assertThat(PersonalIdentity.occursIn(text)).as(text).isFalse();
        }
    }

    @Property
    void anyTextIsJudgedWithoutAnException(@ForAll String text) {
        assertThat(PersonalIdentity.isPersonnummer(text) && PersonalIdentity.isSamordningsnummer(text))
                .isFalse();
    }

    @Provide
    Arbitrary<LocalDate> births() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1890, 1, 1).toEpochDay(),
                        LocalDate.of(2025, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** Serial number 000 is not given out. */
    @Provide
    Arbitrary<Integer> serials() {
        return Arbitraries.integers().between(1, 999);
    }

    private static String date(LocalDate birth) {
        return birth.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String coordinationDate(LocalDate birth) {
        return date(birth).substring(0, 6) + (birth.getDayOfMonth() + 60);
    }

    /** The check digit by its definition, written apart from the code under test. */
    static String withCheckDigit(String digits) {
        String counted = digits.substring(2);
        int sum = 0;
        for (int i = 0; i < counted.length(); i++) {
            int product = (counted.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static boolean exists(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
