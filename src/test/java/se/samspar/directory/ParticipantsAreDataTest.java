package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Adding or ending a participant is data, not code (DSK-3). */
@SamsparTest
class ParticipantsAreDataTest {

    private static final String SPECIALTY = "2025"; // that no other test asks for
    private static final String FIND =
            "HealthcareService/$find-tracks?track=digital-specialistkonsultation&specialty=" + SPECIALTY;

    @Autowired
    SamsparApi api;

    @Test
    void aClinicTakesPartFromItsTransactionOnUntilItsServiceEnds() {
        api.asAdmin().post("", transaction(clinic(), service())).expect(200);
        assertThat(matches()).isEqualTo(1);

        HealthcareService service = api.asAdmin().read(HealthcareService.class, "test-klinik-dsk");
        api.asAdmin()
                .put("HealthcareService/test-klinik-dsk", service.setActive(false))
                .expect(200);
        assertThat(matches()).isZero();
    }

    @Test
    void aUnitCannotMakeItselfAParticipant() {
        api.as("vc-dalby").post("", transaction(clinic(), service())).expect(403);
    }

    private int matches() {
        return api.as("vc-dalby")
                .get(FIND)
                .expect(200)
                .resource(Parameters.class)
                .getParameter()
                .size();
    }

    private Organization clinic() {
        Organization clinic = api.asAdmin().read(Organization.class, "sus-ortopedi");
        clinic.setId("test-klinik");
        clinic.setName("Testklinik");
        clinic.getIdentifierFirstRep().setValue("SE2321000255-DEMO-TEST-KLINIK");
        return clinic;
    }

    private HealthcareService service() {
        HealthcareService service = api.asAdmin().read(HealthcareService.class, "sus-ortopedi-dsk");
        service.setId("test-klinik-dsk");
        service.getProvidedBy().setReference("Organization/test-klinik");
        service.getSpecialtyFirstRep()
                .getCodingFirstRep()
                .setSystem(CodeSystems.HSA_VERKSAMHETSKOD)
                .setCode(SPECIALTY)
                .setDisplay(null);
        return service;
    }

    private static Bundle transaction(Resource... resources) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (Resource resource : resources) {
            String url = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
            bundle.addEntry()
                    .setResource(resource)
                    .setFullUrl("https://samspar.example/fhir/" + url)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(url);
        }
        return bundle;
    }
}
