package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** Nobody puts labels on what another unit answers for, as an addition to what they may write there. */
@SamsparTest
class LabelsByRestTest {

    private static final Coding RESTRICTED =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "V", null);

    @Autowired
    SamsparApi api;

    private Task task;

    @BeforeEach
    void dalbySendsARequest() {
        task = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(Task.class);
    }

    @Test
    void aNoteOnAWorkItemBringsNoLabels() {
        task.addNote().setText("Väntar på svar");
        task.getMeta().addTag(RESTRICTED);
        put("vc-dalby", task).expect(403);
        task.getMeta().setTag(null).addSecurity(RESTRICTED);
        put("vc-dalby", task).expect(403);
        task.getMeta().setSecurity(null);
        put("vc-dalby", task).expect(200);

        assertThat(labels(api.as("sus-ortopedi")
                        .read(Task.class, task.getIdElement().getIdPart())))
                .isZero();
    }

    @Test
    void theContactsOfAServiceBringNoLabels() {
        HealthcareService service = api.as("sus-ortopedi").read(HealthcareService.class, "sus-ortopedi-dsk");
        service.getMeta().addTag(RESTRICTED);
        put("sus-ortopedi", service).expect(403);
    }

    @Test
    void anAdministratorMarksAPatientAsProtected() {
        Patient patient =
                api.asAdmin().post("Patient", TestPatients.next()).expect(201).resource(Patient.class);
        patient.getMeta().addSecurity(RESTRICTED);

        assertThat(labels(put("samspar-admin", patient).expect(200).resource(Patient.class)))
                .isOne();
        patient.getMeta().getSecurity().clear();
        assertThat(labels(put("samspar-admin", patient).expect(200).resource(Patient.class)))
                .as("a label stays, though it is not sent again")
                .isOne();
        assertThat(api.asAdmin()
                        .get("Patient?_id=" + patient.getIdElement().getIdPart())
                        .resource(Bundle.class)
                        .getEntry())
                .hasSize(1);
    }

    private HttpAnswer put(String unit, Resource resource) {
        return api.as(unit)
                .put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
    }

    private static int labels(Resource resource) {
        return resource.getMeta().getTag().size()
                + resource.getMeta().getSecurity().size();
    }
}
