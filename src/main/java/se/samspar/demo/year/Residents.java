package se.samspar.demo.year;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import se.samspar.fhir.PersonalIdentity;
import se.samspar.fhir.generated.Kommun;

/** Makes people, with the serial numbers 980 to 999 of personnummer, which are set aside for tests. */
final class Residents {

    private static final int FIRST_SERIAL = 980;
    private static final int SERIALS = 20;

    private static final List<String> WOMEN = List.of(
            "Alva",
            "Amina",
            "Astrid",
            "Birgit",
            "Ebba",
            "Elin",
            "Fatima",
            "Gunilla",
            "Ingrid",
            "Karin",
            "Leila",
            "Maj",
            "Margareta",
            "Nora",
            "Selma",
            "Siv",
            "Sofia",
            "Ulla",
            "Vera",
            "Zahra");

    private static final List<String> MEN = List.of(
            "Adam", "Ali", "Anders", "Arvid", "Bengt", "Bo", "Emil", "Gösta", "Hassan", "Hugo", "Ivar", "Karl", "Lars",
            "Mehmet", "Nils", "Olle", "Omar", "Per", "Sixten", "Vidar");

    /** Names that say that they are made up. */
    private static final List<String> FAMILIES = List.of(
            "Demosson",
            "Exempelberg",
            "Låtsasgren",
            "Mönsterlund",
            "Påhittström",
            "Provdal",
            "Skissqvist",
            "Testelius",
            "Testgård",
            "Uppdiktsson",
            "Utkastsjö",
            "Övningsholm");

    /** Where the units of the region are, the larger ones more often. */
    private static final List<Kommun> HOMES = List.of(
            Kommun.CODE_1280,
            Kommun.CODE_1280,
            Kommun.CODE_1280,
            Kommun.CODE_1281,
            Kommun.CODE_1281,
            Kommun.CODE_1261,
            Kommun.CODE_1287);

    private final Chance chance;
    private final LocalDate day;
    private final Set<String> given = new HashSet<>();

    /** @param day the day on which they are of the ages that are asked for */
    Residents(Chance chance, LocalDate day) {
        this.chance = chance;
        this.day = day;
    }

    /** Somebody else than all before, of an age within these bounds. */
    Resident next(int youngest, int oldest) {
        LocalDate born = day.minusYears(chance.between(youngest, oldest)).minusDays(chance.between(0, 364));
        int serial = FIRST_SERIAL + chance.between(0, SERIALS - 1);
        String number = number(born, serial);
        if (!given.add(number)) {
            return next(youngest, oldest);
        }
        boolean isWoman = serial % 2 == 0; // the next to last digit of a personnummer says so
        return new Resident(
                number,
                born,
                isWoman ? AdministrativeGender.FEMALE : AdministrativeGender.MALE,
                chance.of(isWoman ? WOMEN : MEN),
                chance.of(FAMILIES),
                chance.of(HOMES));
    }

    private static String number(LocalDate born, int serial) {
        String digits = born.format(DateTimeFormatter.BASIC_ISO_DATE) + serial;
        return IntStream.rangeClosed(0, 9)
                .mapToObj(checkDigit -> digits + checkDigit)
                .filter(PersonalIdentity::isPersonnummer)
                .findFirst()
                .orElseThrow();
    }
}
