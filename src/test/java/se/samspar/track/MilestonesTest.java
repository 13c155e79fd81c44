package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.directory.SwedishTime;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** The lead times of a cancer pathway are read from what happened (TRK-2). */
@SamsparTest
class MilestonesTest {

    /** The date in {@link TrackRequests#cancerPathway}. */
    private static final LocalDate SUSPECTED = LocalDate.parse("2026-01-12");

    @Autowired
    SamsparApi api;

    @Test
    void theDaysOfACancerPathwayCountFromTheWellFoundedSuspicion() {
        UnitClient healthCentre = api.as("vc-dalby");
        UnitClient clinic = api.as("sus-ortopedi");
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS); // as times are answered
        String id = healthCentre
                .post(
                        "ServiceRequest/$submit",
                        DemoRequests.parameters(
                                "request", TrackRequests.cancerPathway(), "patient", TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        String request = "ServiceRequest/" + id;
        clinic.post(request + "/$receive", new Parameters()).expect(200);
        clinic.post(request + "/$triage", DemoRequests.parameters("decision", new CodeType("accept")))
                .expect(200);

        HttpAnswer answer = healthCentre.get(request + "/$milestones").expect(200);

        List<Parameters.ParametersParameterComponent> milestones =
                answer.resource(Parameters.class).getParameter();
        assertThat(codes(answer)).containsExactly("suspicion", "sent", "received", "accepted");
        assertThat(time(milestones.get(0)))
                .isEqualTo(SUSPECTED.atStartOfDay(SwedishTime.ZONE).toInstant());
        assertThat(days(milestones.get(0))).isZero();
        assertThat(milestones.subList(1, milestones.size())).allSatisfy(milestone -> {
            assertThat(time(milestone)).isBetween(before, Instant.now());
            LocalDate day = time(milestone).atZone(SwedishTime.ZONE).toLocalDate();
            assertThat(days(milestone)).isEqualTo(ChronoUnit.DAYS.between(SUSPECTED, day));
        });
    }

    private static Instant time(Parameters.ParametersParameterComponent milestone) {
        return ((DateTimeType) milestone.getPart().get(1).getValue()).getValue().toInstant();
    }

    private static long days(Parameters.ParametersParameterComponent milestone) {
        return ((IntegerType) milestone.getPart().get(2).getValue()).getValue();
    }

    @Test
    void aSupplementedRequestIsReceivedOnce() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.receive().expect(200);
        flow.triage("request-supplement", "reason", "Röntgensvar saknas").expect(200);
        flow.supplement("note", "Röntgen utan anmärkning").expect(200);
        flow.triage("accept").expect(200);

        assertThat(codes(flow.healthCentre().get(flow.path("milestones")).expect(200)))
                .containsExactly("sent", "received", "accepted");
    }

    @Test
    void aForwardedRequestIsNotAnsweredYet() {
        RequestFlow flow = RequestFlow.submitted(api, DemoRequests.internalMedicine());
        api.as("sus-akut-internmedicin")
                .post(flow.path("triage"), DemoRequests.forwardToTrelleborg())
                .expect(200);

        assertThat(codes(flow.healthCentre().get(flow.path("milestones")).expect(200)))
                .containsExactly("sent", "forwarded");
    }

    @Test
    void eachEndIsCalledWhatItIs() {
        RequestFlow answered = RequestFlow.submitted(api);
        answered.triage("accept").expect(200);
        answered.answer("partial", "text", "Delsvar").expect(200);
        answered.answerFinally("no-further-need").expect(200);
        assertThat(codes(answered)).containsExactly("sent", "accepted", "answered-in-part", "answered");

        RequestFlow declined = RequestFlow.submitted(api);
        declined.triage("decline", "reason", "Hör till vårdcentralen").expect(200);
        assertThat(codes(declined)).containsExactly("sent", "declined");

        RequestFlow cancelled = RequestFlow.submitted(api);
        cancelled.cancel("reason", "Patienten avböjer").expect(200);
        assertThat(codes(cancelled)).containsExactly("sent", "ended");

        RequestFlow converted = RequestFlow.submitted(api);
        converted
                .healthCentre()
                .post(
                        converted.path("convert"),
                        DemoRequests.parameters(
                                "track",
                                new CodeType("elektiv-remiss"),
                                "to",
                                new Reference("HealthcareService/sus-ortopedi-remiss"),
                                "reason",
                                "Behöver besök"))
                .expect(200);
        assertThat(codes(converted)).containsExactly("sent", "converted");
    }

    private static List<String> codes(RequestFlow flow) {
        return codes(flow.healthCentre().get(flow.path("milestones")).expect(200));
    }

    private static List<String> codes(HttpAnswer answer) {
        return answer.resource(Parameters.class).getParameter().stream()
                .map(milestone -> ((CodeType) milestone.getPart().get(0).getValue()).getCode())
                .toList();
    }

    @Test
    void aMeetingIsReachedOnceItHasBegun() {
        RequestFlow flow = RequestFlow.submitted(api);
        Instant now = Instant.now();
        Appointment meeting = flow.triage(
                        "accept", "plannedTime", new DateTimeType(Date.from(now.plus(2, ChronoUnit.DAYS))))
                .expect(200)
                .entry(Appointment.class);
        assertThat(codes(flow.healthCentre().get(flow.path("milestones")).expect(200)))
                .containsExactly("sent", "accepted");

        Calendars.reschedule(flow.clinic(), meeting, "period", Calendars.period(now, 30))
                .expect(200);

        assertThat(codes(flow.healthCentre().get(flow.path("milestones")).expect(200)))
                .containsExactlyInAnyOrder("sent", "accepted", "meeting");
    }

    @Test
    void aForeignUnitLearnsNothing() {
        RequestFlow flow = RequestFlow.submitted(api);
        api.as("vc-limhamn").get(flow.path("milestones")).expect(404);
    }
}
