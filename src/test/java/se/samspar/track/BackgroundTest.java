package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.ContactType;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What a request refers to as its background is read by the receiver, and nothing more is (TRK-7, ALL-3). */
@SamsparTest
class BackgroundTest {

    @Autowired
    SamsparApi api;

    private UnitClient dalby;
    private UnitClient orthopaedics;
    private Reference patient;
    private String visit;
    private String diagnosis;

    @BeforeEach
    void dalbyHasDiagnosedItsPatient() {
        dalby = api.as("vc-dalby");
        orthopaedics = api.as("sus-ortopedi");
        patient = known();
        visit = stored(visit());
        diagnosis = stored(diagnosis());
    }

    @Test
    void theReceiverReadsTheBackgroundFromTheMomentOfSubmission() {
        orthopaedics.get(diagnosis).expect(404);

        dalby.post("ServiceRequest/$submit", DemoRequests.parameters("request", request()))
                .expect(200);

        orthopaedics.get(diagnosis).expect(200);
        assertThat(orthopaedics
                        .get("Condition?subject=" + patient.getReference())
                        .expect(200)
                        .entries(Condition.class))
                .hasSize(1);
    }

    @Test
    void soItDoesWhenTheRequestComesByPlainRestOrTheBackgroundLater() {
        ServiceRequest request = request();
        request.setSupportingInfo(null);
        ServiceRequest posted = dalby.post("ServiceRequest", request, "Prefer: return=representation")
                .expect(201)
                .resource(ServiceRequest.class);
        orthopaedics.get(diagnosis).expect(404);

        posted.addSupportingInfo(new Reference(diagnosis));
        dalby.put("ServiceRequest/" + posted.getIdElement().getIdPart(), posted).expect(200);

        orthopaedics.get(diagnosis).expect(200);
    }

    @Test
    void nothingElseIsOpenedByIt() {
        dalby.post("ServiceRequest/$submit", DemoRequests.parameters("request", request()))
                .expect(200);

        orthopaedics.get(visit).expect(404);
        api.as("sus-neurologi").get(diagnosis).expect(404);
    }

    @Test
    void theBackgroundOfAnotherPatientStaysClosed() {
        ServiceRequest request = request();
        request.setSubject(known());

        dalby.post("ServiceRequest", request).expect(201);

        orthopaedics.get(diagnosis).expect(404);
    }

    @Test
    void aUnitSharesNothingThatItDoesNotSeeItself() {
        ServiceRequest request = request();
        request.getRequester().setReference("Organization/vc-limhamn");
        Patient known = dalby.get(patient.getReference()).expect(200).resource(Patient.class);
        request.setSubject(new Reference().setIdentifier(known.getIdentifierFirstRep()));

        assertThat(api.as("vc-limhamn")
                        .post("ServiceRequest/$submit", DemoRequests.parameters("request", request))
                        .expect(422)
                        .ruleCodes())
                .contains("reference-known");
        orthopaedics.get(diagnosis).expect(404);
    }

    /** A patient whom Dalby has a request for, at another clinic. */
    private Reference known() {
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS);
        request.getPerformerFirstRep().setReference("Organization/sus-reumatologi");
        request.setPerformerType(null);
        return RequestFlow.submit(dalby, request, TestPatients.next())
                .expect(200)
                .entry(ServiceRequest.class)
                .getSubject();
    }

    private ServiceRequest request() {
        ServiceRequest request = RequestFlow.consultation();
        request.setSubject(patient.copy());
        request.addSupportingInfo(new Reference(diagnosis));
        return request;
    }

    private Encounter visit() {
        Encounter visit = new Encounter();
        visit.setStatus(EncounterStatus.FINISHED);
        visit.getClass_()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode("AMB");
        visit.addType(ContactType.MOTTAGNINGSBESOK.toConcept());
        visit.setSubject(patient);
        visit.setServiceProvider(new Reference("Organization/vc-dalby"));
        visit.getPeriod().setStart(new Date(0)).setEnd(new Date(1_800_000));
        return visit;
    }

    private Condition diagnosis() {
        Condition diagnosis = new Condition();
        diagnosis.setSubject(patient);
        diagnosis.setEncounter(new Reference(visit));
        diagnosis.setCode(new CodeableConcept(new Coding(CodeSystems.ICD_10_SE, "M17.1", null)));
        return diagnosis;
    }

    private String stored(Resource resource) {
        return resource.fhirType() + "/"
                + dalby.post(resource.fhirType(), resource, "Prefer: return=representation")
                        .expect(201)
                        .resource(resource.getClass())
                        .getIdElement()
                        .getIdPart();
    }
}
