package se.samspar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Whoever asks under an alias finds what is kept under the canonical system, and the other way round. */
@SamsparTest
class AliasSearchTest {

    private static final String ALIAS = "urn:oid:1.2.752.129.2.1.3.1";

    @Autowired
    SamsparApi api;

    private UnitClient admin;
    private String number;
    private String id;

    @BeforeEach
    void aPatientSentUnderAnAlias() {
        admin = api.asAdmin();
        id = admin.post("Patient", patient())
                .expect(201)
                .resource(Patient.class)
                .getIdElement()
                .getIdPart();
    }

    private Patient patient() {
        Patient patient = TestPatients.next();
        number = patient.getIdentifierFirstRep().getValue();
        patient.getIdentifierFirstRep().setSystem(ALIAS);
        return patient;
    }

    @Test
    void thePatientIsKeptUnderTheCanonicalSystem() {
        assertThat(admin.read(Patient.class, id).getIdentifierFirstRep().getSystem())
                .isEqualTo(IdentifierSystems.PERSONNUMMER);
    }

    @Test
    void bothSystemsFindThePatient() {
        assertThat(found(ALIAS)).isEqualTo(id);
        assertThat(found(IdentifierSystems.PERSONNUMMER)).isEqualTo(id);
    }

    @Test
    void aConditionalCreateUnderTheAliasMakesNoSecondOne() {
        Patient again = TestPatients.next();
        again.getIdentifierFirstRep().setSystem(ALIAS).setValue(number);
        admin.post("Patient", again, "If-None-Exist: identifier=" + ALIAS + "|" + number)
                .expect(200);
        assertThat(found(IdentifierSystems.PERSONNUMMER)).isEqualTo(id);
    }

    private String found(String system) {
        String token = URLEncoder.encode(system + "|" + number, StandardCharsets.UTF_8);
        Bundle bundle = admin.get("Patient?identifier=" + token).expect(200).resource(Bundle.class);
        assertThat(bundle.getEntry()).hasSize(1);
        return bundle.getEntryFirstRep().getResource().getIdElement().getIdPart();
    }
}
