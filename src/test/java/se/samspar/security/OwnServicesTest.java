package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.HealthcareService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A unit keeps the hours and contacts of its own services itself, and is told that the rest is the administrator's. */
@SamsparTest
class OwnServicesTest {

    private static final String ID = "sus-barnmedicin-remiss";

    @Autowired
    SamsparApi api;

    @Test
    void hoursAndContactsAreItsOwn() {
        HealthcareService service = api.as("sus-barnmedicin").read(HealthcareService.class, ID);
        service.setAvailabilityExceptions("Stängt på klämdagar.");
        service.getTelecomFirstRep().setRank(1);
        put("sus-barnmedicin", service).expect(200);
    }

    @Test
    void theRestIsTheAdministratorsAndTheRefusalSaysWhichIsWhich() {
        HealthcareService service = api.as("sus-barnmedicin").read(HealthcareService.class, ID);
        service.setName("Barnremiss");
        assertThat(put("sus-barnmedicin", service).expect(403).body())
                .contains("availableTime, notAvailable, availabilityExceptions and telecom", "samspar/admin");
    }

    @Test
    void anothersServiceIsItsOwn() {
        HealthcareService service = api.as("sus-neurologi").read(HealthcareService.class, ID);
        service.setAvailabilityExceptions("Alltid stängt.");
        assertThat(put("sus-neurologi", service).expect(403).body()).contains("Another unit answers for this");
    }

    private HttpAnswer put(String unit, HealthcareService service) {
        return api.as(unit).put("HealthcareService/" + ID, service);
    }
}
