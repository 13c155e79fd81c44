package se.samspar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.registration.Consultations.REGISTER;
import static se.samspar.registration.Consultations.halfHour;
import static se.samspar.registration.Consultations.registration;
import static se.samspar.registration.Consultations.without;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import se.samspar.support.SamsparTest;

/** What is no registration of a consultation is not registered as one. */
@SamsparTest
class RefusedRegistrationsTest extends WithConsultations {

    @Test
    void aRequestThatIsNotSeenIsNotThere() {
        Parameters parameters = registration(consultations.accepted());

        api.as("vc-limhamn").post(REGISTER, parameters).expect(404);
    }

    @Test
    void aUnitRegistersOnlyWhatItTookPartIn() {
        Parameters parameters = without(registration(consultations.accepted()), "primaryCareUnit");
        parameters.addParameter().setName("primaryCareUnit").setValue(new Reference("Organization/vc-limhamn"));

        dalby.post(REGISTER, parameters).expect(403);
    }

    @Test
    void theThreePartiesHaveToBeNamed() {
        for (String missing :
                List.of("primaryCareUnit", "primaryCarePractitioner", "specialistUnit", "specialistPractitioner")) {
            Parameters parameters = without(registration(consultations.accepted()), missing);

            assertThat(dalby.post(REGISTER, parameters).expect(422).ruleCodes())
                    .as(missing)
                    .contains("three-parties");
        }
    }

    @Test
    void thePhysicianHasToWorkAtTheHealthCentre() {
        Parameters parameters = without(registration(consultations.accepted()), "primaryCarePractitioner");
        parameters
                .addParameter()
                .setName("primaryCarePractitioner")
                .setValue(new Reference("PractitionerRole/vc-limhamn-lakare-1"));

        assertThat(dalby.post(REGISTER, parameters).expect(422).ruleCodes()).contains("three-parties");
    }

    @Test
    void theContactLiesWithinTheVisit() {
        Period period = halfHour();
        Parameters parameters = registration(consultations.accepted(), period);
        Period longer = period.copy();
        longer.setEnd(new Date(period.getEnd().getTime() + 60_000));
        parameters.addParameter().setName("specialistPeriod").setValue(longer);

        assertThat(dalby.post(REGISTER, parameters).expect(422).ruleCodes()).contains("registrations-agree");
    }
}
