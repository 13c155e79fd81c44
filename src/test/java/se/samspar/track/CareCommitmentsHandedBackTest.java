package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Whoever hands a patient back is answerable until the receiver accepts, and for nothing else less (TRK-8). */
@SamsparTest
class CareCommitmentsHandedBackTest {

    @Autowired
    SamsparApi api;

    private UnitClient healthCentre;
    private UnitClient clinic;
    private Patient patient;
    private String referral;

    @BeforeEach
    void theClinicHasAPatient() {
        healthCentre = api.as(RequestFlow.HEALTH_CENTRE);
        clinic = api.as(RequestFlow.CLINIC);
        patient = TestPatients.next();
        referral = takenOn(RequestFlow.request(Track.ELEKTIV_REMISS));
    }

    @Test
    void theOnlyCommitmentEndsWhenTheReceiverAccepts() {
        String handedBack = id(handBack(TrackRequests.comeBack()).expect(200));
        assertThat(statusFor(referral)).isEqualTo(EpisodeOfCareStatus.ACTIVE);

        triage(healthCentre, handedBack, "accept");

        assertThat(statusFor(referral)).isEqualTo(EpisodeOfCareStatus.FINISHED);
    }

    @Test
    void theSenderStaysAnswerableWhenTheReceiverDeclines() {
        String handedBack = id(handBack(TrackRequests.comeBack()).expect(200));

        triage(healthCentre, handedBack, "decline");

        assertThat(statusFor(referral)).isEqualTo(EpisodeOfCareStatus.ACTIVE);
    }

    @Test
    void ofSeveralCommitmentsTheSenderNamesTheOneThatEnds() {
        String pathway = takenOn(TrackRequests.cancerPathway());

        assertThat(handBack(TrackRequests.comeBack()).expect(422).ruleCodes()).containsExactly("return-complete");

        ServiceRequest named = TrackRequests.comeBack().addBasedOn(new Reference("ServiceRequest/" + referral));
        triage(healthCentre, id(handBack(named).expect(200)), "accept");
        assertThat(statusFor(referral)).isEqualTo(EpisodeOfCareStatus.FINISHED);
        assertThat(statusFor(pathway)).isEqualTo(EpisodeOfCareStatus.ACTIVE);
    }

    /** The pathway that it belongs to is no request, and names no commitment. */
    @Test
    void aReturnWithinAPathwayEndsTheOnlyCommitmentToo() {
        ServiceRequest first = clinic.read(ServiceRequest.class, referral);
        CarePlan plan = StartedPathways.start(api, RequestFlow.CLINIC, first.getSubject(), "follow-up")
                .expect(200)
                .resource(CarePlan.class);
        ServiceRequest within = TrackRequests.comeBack().addBasedOn(new Reference(StartedPathways.path(plan)));
        triage(healthCentre, id(handBack(within).expect(200)), "accept");
        assertThat(statusFor(referral)).isEqualTo(EpisodeOfCareStatus.FINISHED);
    }

    private String takenOn(ServiceRequest request) {
        String id = id(RequestFlow.submit(healthCentre, request, patient).expect(200));
        triage(clinic, id, "accept");
        return id;
    }

    private HttpAnswer handBack(ServiceRequest request) {
        return RequestFlow.submit(clinic, request, patient);
    }

    private static void triage(UnitClient unit, String request, String decision) {
        unit.post(
                        "ServiceRequest/%s/$triage".formatted(request),
                        DemoRequests.parameters("decision", new CodeType(decision), "reason", "Enligt samtal"))
                .expect(200);
    }

    private EpisodeOfCareStatus statusFor(String request) {
        return clinic.get("EpisodeOfCare?incoming-referral=ServiceRequest/" + request)
                .expect(200)
                .entry(EpisodeOfCare.class)
                .getStatus();
    }

    private static String id(HttpAnswer submitted) {
        return submitted.entry(ServiceRequest.class).getIdElement().getIdPart();
    }
}
