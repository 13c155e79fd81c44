package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.ContactType;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** Nobody writes in the name of another unit, or at another time than now (ALL-3). */
@SamsparTest
class WrittenInOwnNameTest {

    private static final String CLINIC = "Organization/sus-ortopedi";
    private static final String CLINICIAN = "PractitionerRole/sus-ortopedi-lakare-1";

    @Autowired
    SamsparApi api;

    private RequestFlow flow;

    @BeforeEach
    void submit() {
        flow = RequestFlow.submitted(api);
    }

    @Test
    void aNoteOnAWorkItemIsByWhoAddsItAndOfNow() {
        Task task = flow.task();
        task.addNote(borrowed(CLINIC));
        flow.healthCentre().put("Task/" + id(task), task).expect(200);

        assertIsOf("Organization/vc-dalby", flow.task().getNoteFirstRep());
        Task again = flow.task();
        again.addNote(borrowed(CLINICIAN));
        flow.clinic().put("Task/" + id(task), again).expect(200);
        List<Annotation> notes = flow.task().getNote();
        assertIsOf("Organization/vc-dalby", notes.get(0));
        assertIsOf(CLINICIAN, notes.get(1));
    }

    @Test
    void soIsANoteOnARequest() {
        ServiceRequest sent = RequestFlow.consultation();
        sent.addNote(borrowed(CLINIC));
        RequestFlow noted = RequestFlow.submitted(api, sent);
        assertIsOf("Organization/vc-dalby", noted.request().getNoteFirstRep());

        ServiceRequest put = flow.request();
        put.addNote(borrowed(CLINICIAN));
        flow.healthCentre().put("ServiceRequest/" + flow.id(), put).expect(200);
        assertIsOf("Organization/vc-dalby", flow.request().getNoteFirstRep());
    }

    @Test
    void aRequesterIsOneUnit() {
        ServiceRequest request = RequestFlow.consultation();
        request.getRequester().setDisplay("SUS Ortopedi").getIdentifier().setSystem(IdentifierSystems.HSA_ID);
        request.getRequester().getIdentifier().setValue("SE2321000255-DEMO-SUS-ORTOPEDI");
        RequestFlow.submit(flow.healthCentre(), request, TestPatients.next()).expect(422);

        request.getRequester().getIdentifier().setValue("SE2321000255-DEMO-VC-DALBY");
        RequestFlow named = RequestFlow.submitted(api, request);
        assertThat(named.request().getRequester().hasDisplay()).isFalse();
        assertThat(named.request().getRequester().getIdentifier().getValue()).isEqualTo("SE2321000255-DEMO-VC-DALBY");
    }

    @Test
    void aDiagnosisIsRecordedByStaffOfTheUnit() {
        Condition diagnosis = new Condition();
        diagnosis.setSubject(flow.request().getSubject());
        diagnosis.setEncounter(new Reference("Encounter/" + id(visit())));
        diagnosis.setCode(new CodeableConcept(new Coding(CodeSystems.ICD_10_SE, "M17.1", null)));

        flow.healthCentre()
                .post("Condition", diagnosis.copy().setRecorder(new Reference(CLINICIAN)))
                .expect(403);
        flow.healthCentre()
                .post("Condition", diagnosis.copy().setAsserter(new Reference(CLINICIAN)))
                .expect(403);
        flow.healthCentre()
                .post("Condition", diagnosis.copy().setRecorder(numbered(new Reference())))
                .expect(403);
        flow.healthCentre()
                .post("Condition", diagnosis.copy().setRecorder(numbered(new Reference(RequestFlow.PHYSICIAN))))
                .expect(403);
        flow.healthCentre()
                .post("Condition", diagnosis.copy().setAsserter(new Reference().setDisplay("Ortopedi")))
                .expect(403);
        flow.healthCentre()
                .post("Condition", diagnosis.copy().setRecorder(new Reference(RequestFlow.PHYSICIAN)))
                .expect(201);
    }

    @Test
    void anActivityIsPerformedByStaffOfTheUnit() {
        Procedure activity = new Procedure().setStatus(ProcedureStatus.COMPLETED);
        activity.setSubject(flow.request().getSubject());
        activity.setEncounter(new Reference("Encounter/" + id(visit())));
        activity.setCode(new CodeableConcept(new Coding(CodeSystems.KVA, "XS004", null)));
        Procedure byTheClinic = activity.copy();
        byTheClinic.addPerformer().setActor(new Reference(CLINICIAN));
        Procedure own = activity.copy();
        own.addPerformer().setActor(new Reference(RequestFlow.PHYSICIAN));

        flow.healthCentre().post("Procedure", byTheClinic).expect(403);
        flow.healthCentre().post("Procedure", own).expect(201);
    }

    @Test
    void aSupplementDoesNotSlipPastItsWorkItem() {
        flow.triage("request-supplement", "reason", "Röntgensvar saknas").expect(200);
        ServiceRequest request = flow.request();
        request.getReasonCodeFirstRep().setText("Finns indikation för protes? Röntgen visar artros grad 3.");
        Task task = flow.task();
        task.addNote().setText("Kompletterad");

        assertThat(flow.healthCentre()
                        .post("", transaction(request, task))
                        .expect(422)
                        .ruleCodes())
                .contains("transition-not-allowed");
        assertThat(TaskBusinessStatus.AWAITING_INFORMATION.isIn(flow.task().getBusinessStatus()))
                .isTrue();
        assertThat(flow.request().getReasonCodeFirstRep().getText()).doesNotContain("grad 3");
    }

    private Encounter visit() {
        Encounter visit = new Encounter().setStatus(EncounterStatus.INPROGRESS);
        visit.getClass_()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode("AMB");
        visit.addType(ContactType.MOTTAGNINGSBESOK.toConcept());
        visit.setSubject(flow.request().getSubject());
        visit.setServiceProvider(new Reference("Organization/vc-dalby"));
        visit.getPeriod().setStart(new Date(0)).setEnd(new Date(1_800_000));
        return flow.healthCentre()
                .post("Encounter", visit, "Prefer: return=representation")
                .expect(201)
                .resource(Encounter.class);
    }

    /** A note in somebody's name, of long ago. */
    private static Annotation borrowed(String author) {
        return new Annotation().setText("Vi tar över").setTime(new Date(0)).setAuthor(new Reference(author));
    }

    private static Reference numbered(Reference person) {
        person.getIdentifier().setSystem(IdentifierSystems.HSA_ID).setValue("SE2321000255-DEMO-SUS-ORTOPEDI");
        return person;
    }

    private static void assertIsOf(String author, Annotation note) {
        assertThat(note.getAuthorReference().getReference()).isEqualTo(author);
        assertThat(Duration.between(note.getTime().toInstant(), Instant.now())).isLessThan(Duration.ofMinutes(10));
    }

    private static Bundle transaction(Resource... resources) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (Resource resource : resources) {
            bundle.addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(resource.fhirType() + "/" + id(resource));
        }
        return bundle;
    }

    private static String id(Resource resource) {
        return resource.getIdElement().getIdPart();
    }
}
