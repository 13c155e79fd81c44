package se.samspar.deviation;

import static se.samspar.support.DemoRequests.parameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.support.DemoCases;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;

/** Deviations as units report and answer them. */
final class DeviationFlow {

    static final String HEALTH_CENTRE = "vc-dalby";
    static final String CLINIC = "sus-ortopedi";
    static final String HOME_SERVICE = "kommun-lund-hemtjanst";
    static final String REHABILITATION = "rehab-lund";

    private final SamsparApi api;

    DeviationFlow(SamsparApi api) {
        this.api = api;
    }

    /** A request from the health centre to the clinic. */
    ServiceRequest request() {
        return api.as(HEALTH_CENTRE)
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class);
    }

    HttpAnswer report(String by, Object concerns, String unit, Object... more) {
        Object about = concerns instanceof Resource resource ? new Reference(path(resource)) : concerns;
        List<Object> sent = new ArrayList<>(
                List.of("concerns", about, "unit", DemoCases.unit(unit), "text", "Röntgensvaret saknades."));
        sent.addAll(Arrays.asList(more));
        return api.as(by).post("AdverseEvent/$report-deviation", parameters(sent.toArray()));
    }

    /** The clinic has missed something in a request from the health centre. */
    AdverseEvent reported(ServiceRequest request) {
        return report(CLINIC, request, HEALTH_CENTRE).expect(200).entry(AdverseEvent.class);
    }

    HttpAnswer answer(String by, AdverseEvent deviation) {
        return api.as(by)
                .post(
                        path(deviation) + "/$answer",
                        parameters("text", "Svaret var inte klart.", "measure", "Vi väntar in svaret."));
    }

    static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
