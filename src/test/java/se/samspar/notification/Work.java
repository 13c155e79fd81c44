package se.samspar.notification;

import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import se.samspar.support.DemoCases;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;

/** What happens between units, of which others are notified. */
record Work(SamsparApi api) {

    static final String HEALTH_CENTRE = "vc-dalby";
    static final String CLINIC = "sus-ortopedi";
    static final String HOME_SERVICE = "kommun-lund-hemtjanst";
    static final String REHABILITATION = "rehab-lund";

    /** A request from Dalby to orthopaedics: the request and its work item. */
    HttpAnswer submit() {
        return api.as(HEALTH_CENTRE)
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200);
    }

    String submitted() {
        return path(submit().entry(ServiceRequest.class));
    }

    void receive(String request) {
        api.as(CLINIC).post(request + "/$receive", new Parameters()).expect(200);
    }

    void accept(String request) {
        api.as(CLINIC)
                .post(request + "/$triage", parameters("decision", new CodeType("accept")))
                .expect(200);
    }

    /** The receiver's work item. */
    Task task(String request) {
        return api.as(CLINIC).get("Task?focus=" + request).expect(200).entry(Task.class);
    }

    /** A case of the home service with the health centre and the rehabilitation: the case and its consent. */
    HttpAnswer open() {
        return DemoCases.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE, REHABILITATION));
    }

    Communication send(CarePlan aCase, String to) {
        return api.as(HOME_SERVICE)
                .post(path(aCase) + "/$send", parameters("message", DemoCases.message(to)))
                .expect(200)
                .entry(Communication.class);
    }

    void verify(Consent consent, String unit) {
        api.as(unit).post(path(consent) + "/$verify", new Parameters()).expect(200);
    }

    static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
