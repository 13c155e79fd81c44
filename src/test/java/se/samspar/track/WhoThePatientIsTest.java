package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A record is of one person, and a submission tells nothing about who else has one (ALL-2, ALL-3). */
@SamsparTest
class WhoThePatientIsTest {

    @Autowired
    SamsparApi api;

    private UnitClient dalby;

    @BeforeEach
    void signIn() {
        dalby = api.as("vc-dalby");
    }

    @Test
    void aPatientIsSentWithOneIdentity() {
        Patient two = TestPatients.next();
        two.addIdentifier().setSystem(IdentifierSystems.SAMORDNINGSNUMMER).setValue("198801652382");

        RequestFlow.submit(dalby, RequestFlow.consultation(), two).expect(422);

        two.getIdentifier().remove(1);
        two.addIdentifier().setSystem("https://example.org/kartotek").setValue("1");
        RequestFlow.submit(dalby, RequestFlow.consultation(), two).expect(200);
    }

    @Test
    void aPatientWhomTheUnitDoesNotKnowIsReferredToLikeOneThatIsNotThere() {
        String foreign = "Patient/"
                + RequestFlow.submit(api.as("vc-limhamn"), ofLimhamn(), TestPatients.next())
                        .expect(200)
                        .entry(Patient.class)
                        .getIdElement()
                        .getIdPart();

        for (String patient : new String[] {foreign, "Patient/00000000-0000-0000-0000-000000000000"}) {
            ServiceRequest about = RequestFlow.consultation();
            about.addSupportingInfo(new Reference(patient));
            assertThat(RequestFlow.submit(dalby, about, TestPatients.next())
                            .expect(422)
                            .ruleCodes())
                    .as(patient)
                    .containsExactly("reference-known");
            ServiceRequest noted = RequestFlow.consultation();
            noted.addNote(new Annotation().setText("Se").setAuthor(new Reference(patient)));
            RequestFlow.submit(dalby, noted, TestPatients.next()).expect(200);
        }
    }

    private static ServiceRequest ofLimhamn() {
        ServiceRequest request = RequestFlow.consultation();
        request.getRequester().setReference("Organization/vc-limhamn");
        return request;
    }
}
