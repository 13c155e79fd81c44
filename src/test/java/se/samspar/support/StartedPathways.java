package se.samspar.support;

import static se.samspar.support.DemoRequests.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;

/** Pathways that units of the demo region start for patients. */
public final class StartedPathways {

    /** The cancer pathway as the region has introduced it: five phases; of the treatment, a lead time from the first. */
    public static final String CANCER = "PlanDefinition/svf-tjock-och-andtarmscancer-region-skane";

    private StartedPathways() {}

    /** Dalby has asked orthopaedics about a new patient. */
    public static ServiceRequest request(SamsparApi api) {
        return submitted(api, DemoRequests.consultation());
    }

    /** Dalby has a well-founded suspicion of cancer since so many days. */
    public static ServiceRequest suspicion(SamsparApi api, int days) {
        ServiceRequest request = DemoRequests.consultation();
        request.setCategory(List.of(Track.ELEKTIV_SVF.toConcept())).setPriority(ServiceRequestPriority.URGENT);
        Extension suspicion = request.addExtension().setUrl(Extensions.SVF_SUSPICION);
        suspicion.addExtension("pathway", new Coding().setDisplay("Tjock- och ändtarmscancer"));
        suspicion.addExtension(
                "date",
                new DateType(LocalDate.now(SwedishTime.ZONE).minusDays(days).toString()));
        return submitted(api, request);
    }

    private static ServiceRequest submitted(SamsparApi api, ServiceRequest request) {
        return api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(request, TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class);
    }

    /** A unit starts the cancer pathway for a patient. */
    public static HttpAnswer start(SamsparApi api, String unit, Reference patient, String phase, Object... more) {
        List<Object> sent = new ArrayList<>(List.of("patient", patient, "entryPhase", new CodeType(phase)));
        sent.addAll(Arrays.asList(more));
        return api.as(unit).post(CANCER + "/$start-pathway", parameters(sent.toArray()));
    }

    /** Dalby has started it from a request of its own. */
    public static CarePlan started(SamsparApi api, ServiceRequest request, String phase) {
        return start(api, "vc-dalby", request.getSubject(), phase, "basedOn", new Reference(path(request)))
                .expect(200)
                .resource(CarePlan.class);
    }

    /** Dalby has started it for a new patient. */
    public static CarePlan started(SamsparApi api, String phase) {
        return started(api, request(api), phase);
    }

    public static HttpAnswer move(SamsparApi api, String unit, CarePlan plan, String phase, String... headers) {
        return api.as(unit).post(path(plan) + "/$move-phase", parameters("phase", new CodeType(phase)), headers);
    }

    public static HttpAnswer leave(SamsparApi api, String unit, CarePlan plan) {
        return api.as(unit).post(path(plan) + "/$leave-pathway", parameters("reason", "Misstanken avskriven"));
    }

    public static String path(Resource resource) {
        return SharedCare.path(resource);
    }
}
