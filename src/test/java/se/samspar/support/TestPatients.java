package se.samspar.support;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import se.samspar.fhir.generated.IdentifierSystems;

/** Patients that nobody is: personnummer with the serial numbers 980 to 999, which are set aside for tests. */
public final class TestPatients {

    private static final int SERIALS = 20;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(100_000));

    private TestPatients() {}

    /** A patient that no other test has. */
    public static Patient next() {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(IdentifierSystems.PERSONNUMMER).setValue(nextNumber());
        patient.addName(new HumanName().setFamily("Testsson").addGiven("Tolvan"));
        patient.setGender(AdministrativeGender.UNKNOWN);
        return patient;
    }

    public static String nextNumber() {
        int number = NEXT.getAndIncrement();
        LocalDate born = LocalDate.of(1920, 1, 1).plusDays(number / SERIALS % 36_000);
        String digits = born.format(DateTimeFormatter.BASIC_ISO_DATE) + (980 + number % SERIALS);
        return digits + checkDigit(digits.substring(2));
    }

    private static int checkDigit(String nineDigits) {
        int sum = 0;
        for (int i = 0; i < nineDigits.length(); i++) {
            int weighted = (nineDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
