package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.fhir.generated.Track;
import se.samspar.fhir.generated.TriageDecision;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** The digital specialist consultation from request to answer, and the referral that may follow it. */
@SamsparTest
class ConsultationFlowTest {

    @Autowired
    SamsparApi api;

    @Test
    void aSubmittedRequestLiesInTheReceiversInbox() {
        Patient patient = TestPatients.next();
        HttpAnswer answer = RequestFlow.submit(api.as("vc-dalby"), RequestFlow.consultation(), patient)
                .expect(200);

        assertThat(answer.resource(Bundle.class).getType()).isEqualTo(Bundle.BundleType.COLLECTION);
        ServiceRequest request = answer.entry(ServiceRequest.class);
        assertThat(request.getStatus()).isEqualTo(ServiceRequestStatus.ACTIVE);
        assertThat(RequestFlow.version(request)).isEqualTo("1 NR");
        Patient answered = answer.entry(Patient.class);
        assertThat(answered.getIdentifierFirstRep().getValue())
                .isEqualTo(patient.getIdentifierFirstRep().getValue());
        assertThat(request.getSubject().getReference())
                .isEqualTo("Patient/" + answered.getIdElement().getIdPart());

        Task task = answer.entry(Task.class);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(task.getOwner().getReference()).isEqualTo("Organization/sus-ortopedi");
        assertThat(task.getRequester().getReference()).isEqualTo("Organization/vc-dalby");
        assertThat(task.getRestriction().getPeriod().getEnd()).isAfter(new Date());
        UnitClient clinic = api.as("sus-ortopedi");
        assertThat(clinic.get("Task?owner=Organization/sus-ortopedi&status=requested&patient=Patient/"
                                + answered.getIdElement().getIdPart())
                        .expect(200)
                        .entries(Task.class))
                .hasSize(1);
        clinic.read(Patient.class, answered.getIdElement().getIdPart());
    }

    @Test
    void anAcceptedConsultationWithATimeIsBookedAsAVideoMeetingOfThree() {
        RequestFlow flow = RequestFlow.submitted(api);
        assertThat(flow.receive().expect(200).resource(Task.class).getStatus()).isEqualTo(TaskStatus.RECEIVED);

        Date planned = Date.from(Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
        HttpAnswer accepted =
                flow.triage("accept", "plannedTime", new DateTimeType(planned)).expect(200);

        Task task = accepted.entry(Task.class);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        assertThat(TriageDecision.ACCEPT.isIn(task.getBusinessStatus())).isTrue();
        assertThat(task.getRestriction().getPeriod().getEnd()).isAfter(planned);
        Appointment meeting = accepted.entry(Appointment.class);
        assertThat(meeting.getStart()).isEqualTo(planned);
        assertThat(meeting.getParticipant())
                .extracting(participant -> participant.getActor().getReference())
                .contains(
                        flow.request().getSubject().getReference(),
                        "PractitionerRole/vc-dalby-lakare-1",
                        "HealthcareService/sus-ortopedi-dsk");
        assertThat(meeting.getExtensionByUrl(Extensions.VIDEO_LINK).getValue().primitiveValue())
                .startsWith("https://video.samspar.example/rum/")
                .doesNotContain(flow.id());
        flow.healthCentre().read(Appointment.class, meeting.getIdElement().getIdPart());
        assertThat(commitments(flow.clinic(), flow.id())).isEmpty();
    }

    @Test
    void aRequestByTheUnitItselfIsMetAtTheHealthCentre() {
        ServiceRequest request = RequestFlow.consultation();
        request.getRequester().setReference("Organization/vc-dalby");
        RequestFlow flow = RequestFlow.submitted(api, request);
        Appointment meeting = flow.triage(
                        "accept",
                        "plannedTime",
                        new DateTimeType(Date.from(Instant.now().plus(2, ChronoUnit.DAYS))))
                .expect(200)
                .entry(Appointment.class);
        assertThat(meeting.getParticipant())
                .extracting(participant -> participant.getActor().getReference())
                .contains("Location/vc-dalby");
    }

    @Test
    void aNeededVisitBecomesAReferralWhoseAcceptanceMakesACareCommitment() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);
        HttpAnswer answered = flow.answerFinally("visit-needed").expect(200);

        Communication answer = answered.entry(Communication.class);
        assertThat(answer.getSender().getReference()).isEqualTo("Organization/sus-ortopedi");
        assertThat(answer.getRecipientFirstRep().getReference()).isEqualTo("Organization/vc-dalby");
        assertThat(answered.entry(Task.class).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(flow.request().getStatus()).isEqualTo(ServiceRequestStatus.COMPLETED);

        ServiceRequest referral = answered.entry(ServiceRequest.class);
        assertThat(Track.ELEKTIV_REMISS.isIn(referral.getCategoryFirstRep())).isTrue();
        assertThat(referral.getBasedOnFirstRep().getReference()).isEqualTo("ServiceRequest/" + flow.id());
        assertThat(referral.getRequester().getReference()).isEqualTo(RequestFlow.PHYSICIAN);
        assertThat(referral.getPerformerFirstRep().getReference()).isEqualTo("Organization/sus-ortopedi");
        assertThat(RequestFlow.version(referral)).isEqualTo("1 NR");

        RequestFlow next = RequestFlow.of(api, referral.getIdElement().getIdPart());
        assertThat(next.task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
        next.triage("accept").expect(200);
        assertThat(commitments(next.clinic(), next.id()))
                .singleElement()
                .satisfies(commitment -> assertThat(commitment.getStatus()).isEqualTo(EpisodeOfCareStatus.ACTIVE));
        next.answerFinally("back-to-primary-care").expect(200);
        assertThat(commitments(next.clinic(), next.id()))
                .singleElement()
                .satisfies(commitment -> assertThat(commitment.getStatus()).isEqualTo(EpisodeOfCareStatus.FINISHED));
    }

    @Test
    void theFollowOnReferralMayGoToAnotherClinicByItsHsaId() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);
        var handSurgery = new org.hl7.fhir.r4.model.Reference();
        handSurgery.getIdentifier().setSystem("urn:oid:1.2.752.29.4.19").setValue("SE2321000255-DEMO-SUS-HANDKIRURGI");
        ServiceRequest referral = flow.answerFinally("visit-needed", "receiver", handSurgery)
                .expect(200)
                .entry(ServiceRequest.class);
        assertThat(referral.getPerformerFirstRep().getReference()).isEqualTo("Organization/sus-handkirurgi");
        api.as("sus-handkirurgi")
                .read(ServiceRequest.class, referral.getIdElement().getIdPart());
        assertThat(api.as("sus-handkirurgi").get("ServiceRequest/" + flow.id()).status())
                .isEqualTo(404);
    }

    @Test
    void theReceiverAsksAndTheRequesterSupplements() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);
        HttpAnswer asked = flow.triage("request-supplement", "reason", "Var god komplettera med röntgensvar")
                .expect(200);
        assertThat(asked.entries(Task.class)).hasSize(2);
        assertThat(flow.task().getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        assertThat(TaskBusinessStatus.AWAITING_INFORMATION.isIn(flow.task().getBusinessStatus()))
                .isTrue();
        Task toRequester = flow.supplementTasks().get(0);
        assertThat(toRequester.getOwner().getReference()).isEqualTo("Organization/vc-dalby");
        assertThat(TriageDecision.REQUEST_SUPPLEMENT.isIn(toRequester.getReasonCode()))
                .isTrue();
        assertThat(toRequester.getReasonCode().getText()).isEqualTo("Var god komplettera med röntgensvar");

        HttpAnswer supplemented = flow.supplement("note", "Se bifogat", "workUp", "Röntgen visar artros grad 3")
                .expect(200);
        ServiceRequest request = supplemented.entry(ServiceRequest.class);
        assertThat(RequestFlow.version(request)).isEqualTo("2 AR");
        assertThat(request.getNoteFirstRep().getAuthorReference().getReference())
                .isEqualTo("Organization/vc-dalby");
        assertThat(request.getExtensionByUrl(Extensions.WORK_UP).getValue().primitiveValue())
                .isEqualTo("Artrosskola. Slätröntgen utförd.\n\nRöntgen visar artros grad 3");
        assertThat(supplemented.entry(Task.class).hasBusinessStatus()).isFalse();
        assertThat(flow.task().getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        assertThat(flow.supplementTasks().get(0).getStatus()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aQuestionThatIsAskedAnewReplacesTheFormer() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("request-supplement", "reason", "Röntgensvar?").expect(200);
        flow.triage("request-supplement", "reason", "Provsvar?").expect(200);

        List<Task> asked = flow.supplementTasks();
        assertThat(asked).hasSize(2);
        assertThat(asked)
                .filteredOn(task -> task.getStatus() == TaskStatus.REQUESTED)
                .singleElement()
                .satisfies(task -> assertThat(task.getReasonCode().getText()).isEqualTo("Provsvar?"));
        assertThat(asked)
                .filteredOn(task -> task.getStatus() == TaskStatus.CANCELLED)
                .singleElement()
                .satisfies(task -> assertThat(task.getReasonCode().getText()).isEqualTo("Röntgensvar?"));
    }

    @Test
    void anAnsweredRequestAsksForNothing() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);
        flow.triage("request-supplement", "reason", "Röntgensvar?").expect(200);
        flow.answer("partial", "text", "Det går att säga så mycket utan röntgen.")
                .expect(200);
        assertThat(flow.task().getStatusReason().getText()).isEqualTo("Röntgensvar?");

        flow.answerFinally("continue-in-primary-care").expect(200);

        assertThat(flow.task().hasStatusReason()).isFalse();
        assertThat(flow.supplementTasks().get(0).getStatus()).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void partialAnswersPrecedeTheFinalOne() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);
        flow.answer("partial", "text", "Avvaktar röntgen").expect(200);
        assertThat(flow.task().getStatus()).isEqualTo(TaskStatus.INPROGRESS);
        flow.answer("preliminary", "outcome", new CodeType("continue-in-primary-care"))
                .expect(200);
        flow.answerFinally("continue-in-primary-care").expect(200);
        assertThat(flow.task().getOutput()).hasSize(3);
        assertThat(flow.task().getStatus()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aCancelledRequestTakesMeetingAndCommitmentWithIt() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        Appointment meeting = flow.triage(
                        "accept",
                        "plannedTime",
                        new DateTimeType(Date.from(Instant.now().plus(9, ChronoUnit.DAYS))))
                .expect(200)
                .entry(Appointment.class);
        assertThat(meeting.hasExtension(Extensions.VIDEO_LINK)).isFalse();
        ServiceRequest cancelled =
                flow.cancel("reason", "Patienten har flyttat").expect(200).resource(ServiceRequest.class);
        assertThat(cancelled.getStatus()).isEqualTo(ServiceRequestStatus.REVOKED);
        assertThat(flow.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(flow.task().getStatusReason().getText()).isEqualTo("Patienten har flyttat");
        assertThat(flow.clinic()
                        .read(Appointment.class, meeting.getIdElement().getIdPart())
                        .getStatus())
                .isEqualTo(Appointment.AppointmentStatus.CANCELLED);
        assertThat(commitments(flow.clinic(), flow.id()))
                .singleElement()
                .satisfies(commitment -> assertThat(commitment.getStatus()).isEqualTo(EpisodeOfCareStatus.CANCELLED));
    }

    @Test
    void aDeclinedRequestIsRevoked() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("decline", "reason", "Utanför klinikens uppdrag").expect(200);
        assertThat(flow.task().getStatus()).isEqualTo(TaskStatus.REJECTED);
        assertThat(flow.request().getStatus()).isEqualTo(ServiceRequestStatus.REVOKED);
    }

    @Test
    void anOutcomeOfTheAnswerIsReadable() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);
        Communication answer = flow.answerFinally(
                        "no-further-need",
                        "diagnosis",
                        new org.hl7.fhir.r4.model.Coding("urn:oid:1.2.752.116.1.1.1", "M17.1", null))
                .expect(200)
                .entry(Communication.class);
        Communication read = flow.healthCentre()
                .read(Communication.class, answer.getIdElement().getIdPart());
        assertThat(ConsultationOutcome.NO_FURTHER_NEED.matches((org.hl7.fhir.r4.model.Coding)
                        read.getExtensionByUrl(Extensions.OUTCOME).getValue()))
                .isTrue();
        assertThat(read.getReasonCodeFirstRep().getCodingFirstRep().getCode()).isEqualTo("M17.1");
    }

    private static List<EpisodeOfCare> commitments(UnitClient clinic, String request) {
        return clinic.get("EpisodeOfCare?incoming-referral=ServiceRequest/" + request)
                .expect(200)
                .entries(EpisodeOfCare.class);
    }
}
