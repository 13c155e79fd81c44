package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A time that nobody can mean, or that does not say when, is refused wherever it stands, and never an error of ours. */
@SamsparTest
class ImpossibleTimesTest {

    private static final String MEETING_BODY =
            """
            {"resourceType": "Parameters", "parameter": [{"name": "period", "valuePeriod":
              {"start": "%s", "end": "%s"}}]}""";

    private static final String ACCEPTANCE =
            """
            {"resourceType": "Parameters", "parameter": [
              {"name": "decision", "valueCode": "accept"}, {"name": "plannedTime", "valueDateTime": "%s"}]}""";

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-04",
                "2026-12-04T10:00:00",
                "2026-12-04T10:00",
                "2026-12-04T10:00+01:00",
                "9999-12-31T10:00:00+01:00",
                "2201-01-01T10:00:00+01:00",
                "1849-12-31T10:00:00+01:00",
                "0001-01-01T10:00:00Z"
            })
    void nobodyIsCalledToATimeThatSaysNotWhenOrCannotBeMeant(String time) {
        RequestFlow flow = RequestFlow.submitted(api);

        HttpAnswer refused = flow.clinic().post(flow.path("triage"), ACCEPTANCE.formatted(time));

        assertThat(refused.status()).as(refused.body()).isIn(400, 422);
        assertThat(refused.body()).containsAnyOf("plannedTime", "valueDateTime");
    }

    @Test
    void aRefusedTimeIsToldWithWhatToSendInstead() {
        RequestFlow flow = RequestFlow.submitted(api);

        OperationOutcomeIssueComponent issue = flow.clinic()
                .post(flow.path("triage"), ACCEPTANCE.formatted("2026-12-04T10:00:00"))
                .expect(422)
                .outcome()
                .getIssueFirstRep();

        assertThat(issue.getDetails().getText()).contains("plannedTime", "time zone");
        assertThat(issue.getDiagnostics()).contains("+01:00");
        assertThat(issue.getExpression().get(0).getValue())
                .isEqualTo("Parameters.parameter.where(name = 'plannedTime')");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-04T10:00:00, 2026-12-04T10:30:00",
        "2026-12-04T10:00:00+01:00, 2026-12-04T10:30:00",
        "9999-12-31T10:00:00+01:00, 9999-12-31T10:30:00+01:00",
        "2026-12-04T10:00:00+01:00, 9999-12-31T10:30:00+01:00"
    })
    void noMeetingIsMovedToSuchATime(String start, String end) {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        Date planned = Date.from(Instant.now().plus(3, ChronoUnit.DAYS));
        Appointment meeting = flow.triage("accept", "plannedTime", new DateTimeType(planned))
                .expect(200)
                .entry(Appointment.class);

        HttpAnswer refused = flow.clinic()
                .post(
                        "Appointment/%s/$reschedule"
                                .formatted(meeting.getIdElement().getIdPart()),
                        MEETING_BODY.formatted(start, end))
                .expect(422);

        assertThat(refused.body()).contains("period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-04T10:00:00", "9999-12-31T10:00:00Z", "9999-12-31", "0001"})
    void noTracksAreLookedForAtSuchATime(String at) {
        api.as("vc-dalby")
                .get("HealthcareService/$find-tracks?track=elektiv-remiss&at=" + at)
                .expect(422);
    }

    @Test
    void tracksAreLookedForOnADay() {
        api.as("vc-dalby")
                .get("HealthcareService/$find-tracks?track=elektiv-remiss&at=2026-12-04")
                .expect(200);
    }

    @Test
    void neitherASlotNorAMeetingLiesAtTheEndOfTime() {
        UnitClient clinic = api.as(RequestFlow.CLINIC);
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        flow.triage("accept").expect(200);
        Appointment meeting = Calendars.meeting(flow, slot);
        meeting.setSlot(null);

        slot.getStartElement().setValueAsString("9999-12-31T23:00:00.000+01:00");
        slot.getEndElement().setValueAsString("9999-12-31T23:59:59.000-10:00");
        meeting.getStartElement().setValueAsString("9999-12-31T23:00:00.000+01:00");
        meeting.getEndElement().setValueAsString("9999-12-31T23:59:59.000-10:00");

        assertThat(Calendars.put(clinic, slot).expect(422).ruleCodes()).contains("time-plausible");
        HttpAnswer refused = clinic.post("Appointment", meeting).expect(422);
        assertThat(refused.ruleCodes()).contains("time-plausible");
        assertThat(refused.outcome().getIssue())
                .anyMatch(issue -> issue.getExpression().get(0).getValue().equals("Appointment.start"));
    }

    @Test
    void aCallThatHasNotBeenMadeYetIsToldAsThat() {
        ServiceRequest request = TrackRequests.onCall();
        request.getExtensionByUrl(Extensions.ON_CALL_CONTACT)
                .getExtensionByUrl("when")
                .setValue(new DateTimeType(Date.from(Instant.now().plus(1, ChronoUnit.HOURS))));

        HttpAnswer refused = RequestFlow.submit(api.as("vc-dalby"), request, TestPatients.next())
                .expect(422);

        assertThat(refused.ruleCodes()).containsExactly("on-call-contact-recorded");
        assertThat(refused.outcome().getIssueFirstRep().getDetails().getText()).contains("has not come yet");
    }
}
