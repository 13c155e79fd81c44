package se.samspar.followup;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.AgeGroup;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.StoredRecord;

/** What is counted of a patient, as it was known when what is counted began. */
record Person(Optional<String> ageGroup, Optional<String> sex, Optional<String> municipality) {

    static final Person UNKNOWN = new Person(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int ADULT = 18;
    private static final int OLD = 65;
    private static final int OLDEST = 80;

    static Person of(Reference patient, Instant then, StoredRecord record) {
        String id = patient.getReferenceElement().getIdPart();
        return id == null
                ? UNKNOWN
                : record.asOf("Patient/" + id, then)
                        .map(known -> of((Patient) known, then))
                        .orElse(UNKNOWN);
    }

    private static Person of(Patient patient, Instant then) {
        return new Person(
                Optional.of(patient.getBirthDateElement())
                        .filter(DateType::hasValue)
                        .map(born -> group(born, then).code()),
                Optional.ofNullable(patient.getGender()).map(AdministrativeGender::toCode),
                Optional.ofNullable(patient.getExtensionByUrl(Extensions.MUNICIPALITY))
                        .map(Extension::getValue)
                        .filter(Coding.class::isInstance)
                        .map(home -> ((Coding) home).getCode()));
    }

    private static AgeGroup group(DateType born, Instant then) {
        long age = ChronoUnit.YEARS.between(
                SwedishTime.first(born).atZone(SwedishTime.ZONE).toLocalDate(), SwedishTime.day(then));
        if (age < ADULT) {
            return AgeGroup.CODE_0_17;
        } else if (age < OLD) {
            return AgeGroup.CODE_18_64;
        }
        return age < OLDEST ? AgeGroup.CODE_65_79 : AgeGroup.CODE_80_PLUS;
    }
}
