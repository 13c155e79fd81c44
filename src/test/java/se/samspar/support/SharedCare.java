package se.samspar.support;

import static se.samspar.support.DemoRequests.parameters;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.ConsentCategory;
import se.samspar.fhir.generated.ContactType;

/**
 * A patient whom several units care for: Dalby has sent a request to orthopaedics with a diagnosis as background and a file,
 * and takes part in a case of the home service's, with the rehabilitation, in which it has written to each of them.
 */
public final class SharedCare {

    private final SamsparApi api;
    private final Patient person;
    private String patient;
    private String visit;
    private String diagnosis;
    private String request;
    private String task;
    private String file;
    private String answer;
    private String aCase;
    private String toRehabilitation;
    private String toHomeService;

    private SharedCare(SamsparApi api, Patient person) {
        this.api = api;
        this.person = person;
    }

    public static SharedCare of(SamsparApi api, Patient person) {
        SharedCare care = new SharedCare(api, person);
        care.openCase();
        care.sendRequest();
        return care;
    }

    private void openCase() {
        HttpAnswer opened = api.as("kommun-lund-hemtjanst")
                .post(
                        "CarePlan/$open-case",
                        parameters(
                                "patient", person,
                                "initiator", DemoCases.unit("kommun-lund-hemtjanst"),
                                "party", DemoCases.unit("vc-dalby"),
                                "party", DemoCases.unit("rehab-lund"),
                                "need", "Yrsel och fall hemma",
                                "consent", DemoCases.consent(ConsentProvisionType.PERMIT)))
                .expect(200);
        aCase = path(opened.entry(org.hl7.fhir.r4.model.CarePlan.class));
        patient =
                opened.entry(org.hl7.fhir.r4.model.CarePlan.class).getSubject().getReference();
        toRehabilitation = send("rehab-lund");
        toHomeService = send("kommun-lund-hemtjanst");
    }

    /** Dalby writes to a party of the case. */
    public String send(String receiver) {
        return path(api.as("vc-dalby")
                .post(
                        aCase + "/$send",
                        DemoRequests.justified(
                                parameters("message", DemoCases.message(receiver)), "consent-verified-by-unit"))
                .expect(200)
                .entry(Communication.class));
    }

    private void sendRequest() {
        visit = stored(visit());
        diagnosis = stored(diagnosis());
        ServiceRequest sent = DemoRequests.consultation();
        sent.setSubject(new Reference(patient).setDisplay("Tolvan Testsson"));
        sent.addSupportingInfo(new Reference(diagnosis));
        sent.addSupportingInfo(new Reference(visit));
        HttpAnswer submitted = api.as("vc-dalby")
                .post("ServiceRequest/$submit", parameters("request", sent, "attachment", attachment()))
                .expect(200);
        request = path(submitted.entry(ServiceRequest.class));
        task = path(submitted.entry(org.hl7.fhir.r4.model.Task.class));
        file = submitted.entry(ServiceRequest.class).getSupportingInfo().stream()
                .map(Reference::getReference)
                .filter(reference -> reference.startsWith("DocumentReference/"))
                .findFirst()
                .orElseThrow();
        api.as("sus-ortopedi")
                .post(request + "/$triage", parameters("decision", new CodeType("accept")))
                .expect(200);
        answer = answer("sus-ortopedi");
    }

    /** The receiver answers the request in part. */
    public String answer(String receiver) {
        return path(api.as(receiver)
                .post(request + "/$answer", parameters("kind", new CodeType("partial"), "text", "Svar"))
                .expect(200)
                .entry(Communication.class));
    }

    /** A visit of the patient at Dalby, as it would be stored. */
    public Encounter visit() {
        Encounter made = new Encounter().setStatus(EncounterStatus.FINISHED);
        made.getClass_()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode("AMB");
        made.addType(ContactType.MOTTAGNINGSBESOK.toConcept());
        made.setSubject(new Reference(patient)).setServiceProvider(DemoCases.unit("vc-dalby"));
        made.getPeriod().setStart(new Date(0)).setEnd(new Date(1_800_000));
        return made;
    }

    private Condition diagnosis() {
        Condition made = new Condition();
        made.setSubject(new Reference(patient)).setEncounter(new Reference(visit));
        return made.setCode(new CodeableConcept(new Coding(CodeSystems.ICD_10_SE, "M17.1", null)));
    }

    private static DocumentReference attachment() {
        DocumentReference attachment = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        attachment
                .addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setData("Artros".getBytes(StandardCharsets.UTF_8));
        return attachment;
    }

    private String stored(Resource resource) {
        return path(api.as("vc-dalby")
                .post(resource.fhirType(), resource, "Prefer: return=representation")
                .expect(201)
                .resource(resource.getClass()));
    }

    /** A block of what this unit or care provider has documented, as it would be registered. */
    public Consent block(String source) {
        Consent block = new Consent().setStatus(ConsentState.ACTIVE);
        block.addCategory(ConsentCategory.CARE_BLOCK.toConcept());
        block.setPatient(new Reference(patient));
        block.getProvision().setType(ConsentProvisionType.DENY);
        block.getProvision()
                .addActor()
                .setReference(DemoCases.unit(source))
                .getRole()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ParticipationType")
                .setCode("CST");
        return block;
    }

    /** Registers a block. */
    public Consent blocked(String by, String source) {
        return api.as(by)
                .post("Consent", block(source), "Prefer: return=representation")
                .expect(201)
                .resource(Consent.class);
    }

    public static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    public String patient() {
        return patient;
    }

    public String personnummer() {
        return person.getIdentifierFirstRep().getValue();
    }

    public String visitPath() {
        return visit;
    }

    public String diagnosisPath() {
        return diagnosis;
    }

    public String request() {
        return request;
    }

    public String task() {
        return task;
    }

    public String file() {
        return file;
    }

    public String answer() {
        return answer;
    }

    public String aCase() {
        return aCase;
    }

    public String toRehabilitation() {
        return toRehabilitation;
    }

    public String toHomeService() {
        return toHomeService;
    }

    /** All that there is of it, by the name of the method. */
    public List<String> all() {
        return List.of(patient, visit, diagnosis, request, task, file, answer, aCase, toRehabilitation, toHomeService);
    }

    /** What stands in a table of tests: {@code visit}, {@code request} and so on. */
    public String path(String what) {
        return switch (what) {
            case "patient" -> patient;
            case "visit" -> visit;
            case "diagnosis" -> diagnosis;
            case "request" -> request;
            case "task" -> task;
            case "file" -> file;
            case "binary" -> file.replace("DocumentReference", "Binary");
            case "answer" -> answer;
            case "case" -> aCase;
            case "to rehabilitation" -> toRehabilitation;
            case "to home service" -> toHomeService;
            default -> throw new IllegalArgumentException(what);
        };
    }
}
