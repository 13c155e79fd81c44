package se.samspar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.registration.Consultations.HAND;
import static se.samspar.registration.Consultations.REGISTER;
import static se.samspar.registration.Consultations.contact;
import static se.samspar.registration.Consultations.halfHour;
import static se.samspar.registration.Consultations.registration;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samspar.registration.half.Halves;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparTest;

/** What a unit registers is coded, and what is wrong with its time is said and nothing else. */
@SamsparTest
class RegistrationParametersTest extends WithConsultations {

    private static final List<Coding> UNCODED =
            List.of(new Coding().setDisplay("Artros i knäled"), new Coding().setCode("M17.1"));

    @ParameterizedTest
    @ValueSource(strings = {"primaryCareDiagnosis", "primaryCareActivity"})
    void whatIsRegisteredIsACode(String name) {
        ServiceRequest request = consultations.accepted();
        for (Coding uncoded : UNCODED) {
            Parameters parameters = registration(request);
            parameters.addParameter().setName(name).setValue(uncoded);

            HttpAnswer refused = dalby.post(REGISTER, parameters).expect(422);

            assertThat(refused.outcome().getIssueFirstRep().getDetails().getText())
                    .contains(name);
        }
        assertThat(dalby.get("Encounter?patient=" + request.getSubject().getReference())
                        .expect(200)
                        .entries(Encounter.class))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnosis", "activity"})
    void soIsWhatIsAddedToComplete(String name) {
        Encounter contact = contact(
                dalby.post(REGISTER, registration(consultations.accepted())).expect(200));
        String complete = Halves.literal(contact) + "/$complete-registration";
        for (Coding uncoded : UNCODED) {
            Parameters parameters = new Parameters();
            parameters.addParameter().setName(name).setValue(uncoded);

            orthopaedics.post(complete, parameters).expect(422);
        }
        Parameters coded = new Parameters();
        coded.addParameter().setName("diagnosis").setValue(HAND);
        assertThat(orthopaedics.post(complete, coded).expect(200).entries(Condition.class))
                .hasSize(1);
    }

    @Test
    void ofATimeThatGoesBackwardsOnlyThatIsSaid() {
        Period period = halfHour();
        Period backwards = new Period().setStartElement(period.getEndElement()).setEndElement(period.getStartElement());
        Parameters ofTheVisit = registration(consultations.accepted(), backwards);
        Parameters ofTheSpecialist = registration(consultations.accepted(), period);
        ofTheSpecialist.addParameter().setName("specialistPeriod").setValue(backwards);
        for (Parameters parameters : List.of(ofTheVisit, ofTheSpecialist)) {
            assertThat(dalby.post(REGISTER, parameters).expect(422).ruleCodes())
                    .contains("profile-conformance")
                    .doesNotContain("visit-has-distance-code", "diagnosis-registered");
        }
    }

    @Test
    void ofATimeWithoutZoneOnlyThatIsSaid() {
        Period local = halfHour();
        for (var time : List.of(local.getStartElement(), local.getEndElement())) {
            time.setValueAsString(time.getValueAsString().substring(0, 19));
        }

        HttpAnswer refused = dalby.post(REGISTER, registration(consultations.accepted(), local))
                .expect(422);

        assertThat(refused.ruleCodes())
                .contains("profile-conformance")
                .doesNotContain("visit-has-distance-code", "diagnosis-registered");
    }
}
