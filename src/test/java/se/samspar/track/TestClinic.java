package se.samspar.track;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.generated.Track;
import se.samspar.support.SamsparApi;
import se.samspar.support.UnitClient;

/** A clinic that no other test has, open and on duty as the test says, in a specialty that no test asks for. */
final class TestClinic {

    private static final String SPECIALTY = "2025";

    private final UnitClient admin;
    private final String id = "test-" + UUID.randomUUID();

    TestClinic(SamsparApi api) {
        admin = api.asAdmin();
        Organization clinic = admin.read(Organization.class, "sus-ortopedi");
        clinic.setName("Testklinik");
        clinic.getIdentifierFirstRep().setValue("SE2321000255-DEMO-" + id.toUpperCase(Locale.ROOT));
        put(clinic, id);
    }

    String reference() {
        return "Organization/" + id;
    }

    /** A service on the track, round the clock. */
    String offers(Track track) {
        HealthcareService service = admin.read(HealthcareService.class, "sus-ortopedi-bakjour");
        service.setType(List.of(track.toConcept()));
        service.getProvidedBy().setReference(reference());
        service.getSpecialtyFirstRep().getCodingFirstRep().setCode(SPECIALTY).setDisplay(null);
        service.setLocation(null);
        return put(service, id + "-" + track.code());
    }

    /** A function that is on duty at a service round the clock. */
    String onDuty(String service, String name) {
        PractitionerRole role = admin.read(PractitionerRole.class, "sus-ortopedi-bakjour-dag");
        role.getOrganization().setReference(reference()).setDisplay(null);
        role.getHealthcareServiceFirstRep().setReference(service);
        role.getTelecomFirstRep().setValue(name);
        PractitionerRole.PractitionerRoleAvailableTimeComponent time = new PractitionerRole().addAvailableTime();
        role.setAvailableTime(List.of(time.setAllDay(true)));
        return put(role, id + "-" + name);
    }

    private String put(Resource resource, String newId) {
        resource.setId(newId);
        resource.getMeta().setVersionId(null);
        String url = resource.fhirType() + "/" + newId;
        admin.put(url, resource).expect(201);
        return url;
    }
}
