package se.samspar.store;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.IdentifierSystems;

/** Aliases of systems become the canonical URI, wherever they stand (ALL-2). */
class CanonicalSystemsTest {

    private static final String PERSONNUMMER_OID = "urn:oid:1.2.752.129.2.1.3.1";
    private static final String HSA_OID = "urn:oid:1.2.752.129.2.1.4.1";
    private static final String ICD_ALIAS = "http://hl7.org/fhir/sid/icd-10-se";

    private final CanonicalSystems systems = new CanonicalSystems(FhirContext.forR4Cached());

    CanonicalSystemsTest() throws IOException {}

    @Test
    void identifiersAreKeptUnderTheCanonicalSystem() {
        Patient patient = new Patient().addIdentifier(identifier(PERSONNUMMER_OID, "191212121212"));
        assertThat(systems.aliasesIn(patient)).containsExactly(PERSONNUMMER_OID);
        systems.normalise(patient);
        assertThat(patient.getIdentifierFirstRep().getSystem()).isEqualTo(IdentifierSystems.PERSONNUMMER);
        assertThat(systems.aliasesIn(patient)).isEmpty();
    }

    @Test
    void codingsReferencesExtensionsAndContainedResourcesToo() {
        ServiceRequest request = new ServiceRequest();
        request.addReasonCode().addCoding(new Coding().setSystem(ICD_ALIAS).setCode("M17.1"));
        request.setRequester(new Reference().setIdentifier(identifier(HSA_OID, "SE2321000255-A")));
        request.addExtension(
                new Extension("urn:x", new Coding().setSystem(ICD_ALIAS).setCode("M16.1")));
        request.addContained(new Patient().addIdentifier(identifier(PERSONNUMMER_OID, "191212121212")));
        assertThat(systems.aliasesIn(request)).containsExactlyInAnyOrder(ICD_ALIAS, HSA_OID, PERSONNUMMER_OID);
        systems.normalise(request);
        assertThat(systems.aliasesIn(request)).isEmpty();
        assertThat(request.getReasonCodeFirstRep().getCodingFirstRep().getSystem())
                .isEqualTo(CodeSystems.ICD_10_SE);
        assertThat(request.getRequester().getIdentifier().getSystem()).isEqualTo(IdentifierSystems.HSA_ID);
    }

    @Test
    void whatIsNoAliasStaysAsItIs() {
        Patient patient = new Patient()
                .addIdentifier(identifier("https://journal.example/patient", "17"))
                .addIdentifier(new Identifier().setValue("18"));
        Patient before = patient.copy();
        systems.normalise(patient);
        assertThat(patient.equalsDeep(before)).isTrue();
    }

    @Test
    void searchTokensAreTranslated() {
        assertThat(systems.canonicalToken(HSA_OID + "|SE2321000255-A"))
                .isEqualTo(IdentifierSystems.HSA_ID + "|SE2321000255-A");
        assertThat(systems.canonicalToken("SE2321000255-A")).isEqualTo("SE2321000255-A");
        assertThat(systems.canonicalToken("|A")).isEqualTo("|A");
        assertThat(systems.canonicalToken(null)).isNull();
    }

    private static Identifier identifier(String system, String value) {
        return new Identifier().setSystem(system).setValue(value);
    }
}
