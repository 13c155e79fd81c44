package se.samspar.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A block is seen by every unit of its source, and tells them nothing of the patient. */
@SamsparTest
class BlockItselfTest {

    @Autowired
    SamsparApi api;

    private final Patient person = TestPatients.next();
    private SharedCare care;

    @BeforeEach
    void severalUnitsCareForThePatient() {
        care = SharedCare.of(api, person);
    }

    @Test
    void aBlockOpensThePatientToNobodyAndTellsNothingOfThePatient() {
        Consent block = care.blocked("vc-dalby", "region-skane");
        UnitClient other = api.as("vc-kavlinge");
        other.get(SharedCare.path(block)).expect(200);

        other.post(SharedCare.path(block) + "/$verify", new Parameters()).refused(422);
        other.get(care.patient()).refused(404);
        for (String question :
                List.of("patient.identifier=" + care.personnummer(), "patient.gender=male,female,unknown")) {
            String search = "Consent?_id=" + block.getIdElement().getIdPart() + "&" + question + "&_summary=count";
            assertThat(other.get(search).expect(200).resource(Bundle.class).getTotal())
                    .as(question)
                    .isZero();
        }
    }

    @Test
    void aBlockNamesItsPatientAndItsSourceByReference() {
        Consent byNumber = care.block("vc-dalby");
        byNumber.setPatient(new Reference().setIdentifier(person.getIdentifierFirstRep()));
        api.as("vc-dalby").post("Consent", byNumber).refused(422);
        Consent ofNobody = care.block("vc-dalby");
        ofNobody.getProvision().getActorFirstRep().setReference(new Reference().setDisplay("Dalby"));
        assertThat(api.as("vc-dalby").post("Consent", ofNobody).status()).isIn(403, 422);
    }

    @Test
    void whoHasLiftedABlockIsKept() {
        Consent block = care.blocked("vc-dalby", "region-skane");
        api.as("sus-neurologi")
                .post(SharedCare.path(block) + "/$withdraw", DemoRequests.parameters("reason", "Patientens begäran"))
                .expect(200);

        assertThat(api.as("vc-dalby").get(SharedCare.path(block)).expect(200).body())
                .contains("Organization/sus-neurologi")
                .contains("Patientens begäran");
    }
}
