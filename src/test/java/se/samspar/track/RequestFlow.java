package se.samspar.track;

import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A request between Dalby and orthopaedics, taken through its steps as the two units would. */
final class RequestFlow {

    static final String HEALTH_CENTRE = "vc-dalby";
    static final String PHYSICIAN = "PractitionerRole/vc-dalby-lakare-1";
    static final String CLINIC = "sus-ortopedi";

    private final UnitClient healthCentre;
    private final UnitClient clinic;
    private final String id;

    private RequestFlow(UnitClient healthCentre, UnitClient clinic, String id) {
        this.healthCentre = healthCentre;
        this.clinic = clinic;
        this.id = id;
    }

    static RequestFlow submitted(SamsparApi api) {
        return submitted(api, consultation());
    }

    static RequestFlow submitted(SamsparApi api, ServiceRequest request) {
        UnitClient healthCentre = api.as(HEALTH_CENTRE);
        HttpAnswer answer = submit(healthCentre, request, TestPatients.next()).expect(200);
        return of(api, answer.entry(ServiceRequest.class).getIdElement().getIdPart());
    }

    static RequestFlow of(SamsparApi api, String id) {
        return new RequestFlow(api.as(HEALTH_CENTRE), api.as(CLINIC), id);
    }

    static HttpAnswer submit(UnitClient unit, ServiceRequest request, Patient patient, String... headers) {
        return unit.post(
                "ServiceRequest/$submit", DemoRequests.parameters("request", request, "patient", patient), headers);
    }

    static ServiceRequest consultation() {
        return request(Track.DIGITAL_SPECIALISTKONSULTATION);
    }

    static ServiceRequest request(Track track) {
        ServiceRequest request = new ServiceRequest();
        request.setStatus(ServiceRequestStatus.ACTIVE).setIntent(ServiceRequestIntent.ORDER);
        request.addCategory(track.toConcept());
        request.setPriority(ServiceRequestPriority.ROUTINE);
        request.setRequester(new Reference(PHYSICIAN));
        request.addPerformer(new Reference("Organization/" + CLINIC));
        request.setPerformerType(new CodeableConcept(new Coding(CodeSystems.HSA_VERKSAMHETSKOD, "1324", "Ortopedi")));
        request.addReasonCode().setText("Tilltagande knäsmärta sedan ett år. Finns indikation för operation?");
        request.addExtension(new Extension(Extensions.WORK_UP, new MarkdownType("Artrosskola. Slätröntgen utförd.")));
        if (track == Track.ELEKTIV_REMISS) {
            request.addExtension(new Extension(Extensions.CARE_RESPONSIBILITY_REMAINS, new BooleanType(false)));
        }
        return request;
    }

    String id() {
        return id;
    }

    UnitClient healthCentre() {
        return healthCentre;
    }

    UnitClient clinic() {
        return clinic;
    }

    HttpAnswer receive() {
        return byClinic("receive");
    }

    HttpAnswer triage(String decision, Object... more) {
        Parameters parameters = DemoRequests.parameters(more);
        parameters.addParameter().setName("decision").setValue(new CodeType(decision));
        return clinic.post(path("triage"), parameters);
    }

    HttpAnswer supplement(Object... parameters) {
        return healthCentre.post(path("supplement"), DemoRequests.parameters(parameters));
    }

    HttpAnswer cancel(Object... parameters) {
        return healthCentre.post(path("cancel"), DemoRequests.parameters(parameters));
    }

    HttpAnswer answer(String kind, Object... more) {
        Parameters parameters = DemoRequests.parameters(more);
        parameters.addParameter().setName("kind").setValue(new CodeType(kind));
        return clinic.post(path("answer"), parameters);
    }

    HttpAnswer answerFinally(String outcome, Object... more) {
        Parameters parameters = DemoRequests.parameters(more);
        parameters.addParameter().setName("kind").setValue(new CodeType("final"));
        parameters.addParameter().setName("outcome").setValue(new CodeType(outcome));
        parameters.addParameter().setName("text").setValue(new StringType("Måttlig artros."));
        parameters.addParameter().setName("nextStep").setValue(new StringType("Fysioterapeuten ringer."));
        parameters.addParameter().setName("patientInformed").setValue(new BooleanType(true));
        return clinic.post(path("answer"), parameters);
    }

    private HttpAnswer byClinic(String operation) {
        return clinic.post(path(operation), new Parameters());
    }

    String path(String operation) {
        return "ServiceRequest/%s/$%s".formatted(id, operation);
    }

    ServiceRequest request() {
        return healthCentre.read(ServiceRequest.class, id);
    }

    /** The receiver's work item. */
    Task task() {
        return tasks().stream().filter(task -> !task.hasPartOf()).findFirst().orElseThrow();
    }

    /** The work items by which the receiver asks for more. */
    List<Task> supplementTasks() {
        return tasks().stream().filter(Task::hasPartOf).toList();
    }

    private List<Task> tasks() {
        return clinic.get("Task?focus=ServiceRequest/" + id).expect(200).entries(Task.class);
    }

    /** Number and reason of the request's version, such as {@code 2 AR}. */
    static String version(ServiceRequest request) {
        Extension version = request.getExtensionByUrl(Extensions.REQUEST_VERSION);
        return version.getExtensionByUrl("number").getValue().primitiveValue() + " "
                + version.getExtensionByUrl("reason").getValue().primitiveValue();
    }
}
