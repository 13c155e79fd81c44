package se.samspar.demo.year;

import java.time.LocalDate;
import java.time.Period;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.fhir.generated.Kommun;

/** Somebody of the made-up region, whom nobody is. */
record Resident(
        String personnummer, LocalDate born, AdministrativeGender sex, String given, String family, Kommun home) {

    int age(LocalDate day) {
        return Period.between(born, day).getYears();
    }

    /** As the unit that meets the person sends it. */
    Patient patient() {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(IdentifierSystems.PERSONNUMMER).setValue(personnummer);
        patient.addName(new HumanName().setFamily(family).addGiven(given));
        patient.setGender(sex);
        patient.getBirthDateElement().setValueAsString(born.toString());
        patient.addExtension(new Extension(Extensions.MUNICIPALITY, home.toCoding()));
        return patient;
    }
}
