package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** A meeting that is booked by plain REST, such as one instead of another that was cancelled, is as good as a booked one. */
@SamsparTest
class MeetingsByRestTest {

    private static final String SERVICE = "HealthcareService/sus-ortopedi-dsk";

    @Autowired
    SamsparApi api;

    private RequestFlow flow;
    private Appointment cancelled;

    @BeforeEach
    void theHealthCentreHasCancelledTheMeetingOfAConsultation() {
        flow = RequestFlow.submitted(api);
        Appointment meeting = flow.triage("accept", "plannedTime", new DateTimeType(inDays(2)))
                .expect(200)
                .entry(Appointment.class);
        meeting.setStatus(AppointmentStatus.CANCELLED).getCancelationReason().setText("Patienten kan inte");
        cancelled = Calendars.put(flow.healthCentre(), meeting).expect(200).resource(Appointment.class);
    }

    @Test
    void aMeetingInsteadOfItHasItsRoomAndGoesWithTheAnswer() {
        for (UnitClient unit : new UnitClient[] {flow.clinic(), flow.healthCentre()}) {
            Appointment instead = post(unit, patient(), RequestFlow.PHYSICIAN, SERVICE)
                    .expect(201)
                    .resource(Appointment.class);
            assertThat(instead.getExtensionByUrl(Extensions.VIDEO_LINK)
                            .getValue()
                            .primitiveValue())
                    .startsWith("https://")
                    .isNotEqualTo(cancelled
                            .getExtensionByUrl(Extensions.VIDEO_LINK)
                            .getValue()
                            .primitiveValue());
        }

        flow.answerFinally("continue-in-primary-care").expect(200);

        assertThat(flow.clinic()
                        .get("Appointment?based-on=ServiceRequest/" + flow.id())
                        .expect(200)
                        .entries(Appointment.class))
                .hasSize(3)
                .extracting(Appointment::getStatus)
                .containsOnly(AppointmentStatus.CANCELLED);
    }

    @Test
    void aMeetingOfAnotherSortHasNoRoom() {
        flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        flow.triage("accept").expect(200);

        assertThat(post(flow.clinic(), patient(), Calendars.REFERRALS)
                        .expect(201)
                        .resource(Appointment.class)
                        .hasExtension(Extensions.VIDEO_LINK))
                .isFalse();
    }

    @Test
    void eitherUnitLearnsWhoHasToTakePartAndOthersNothing() {
        for (UnitClient unit : new UnitClient[] {flow.clinic(), flow.healthCentre()}) {
            assertThat(post(unit, patient()).expect(422).ruleCodes()).contains("meeting-of-request", "three-parties");
        }
        post(api.as("sus-neurologi"), patient()).expect(403);
    }

    @Test
    void theReceiverBooksTheSameMeetingAnew() {
        Appointment anew = Calendars.reschedule(
                        flow.clinic(),
                        cancelled,
                        "period",
                        Calendars.period(inDays(4).toInstant(), 30))
                .expect(200)
                .resource(Appointment.class);

        assertThat(anew.getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(anew.hasCancelationReason()).isFalse();
        assertThat(anew.getStart()).isEqualTo(inDays(4));
        assertThat(flow.task().getRestriction().getPeriod().getEnd()).isAfter(anew.getStart());
    }

    @Test
    void whatWasCancelledStaysSoOnceTheRequestIsAnswered() {
        flow.answerFinally("continue-in-primary-care").expect(200);

        assertThat(Calendars.reschedule(
                                flow.clinic(),
                                cancelled,
                                "period",
                                Calendars.period(inDays(4).toInstant(), 30))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("transition-not-allowed");
    }

    @Test
    void whatWasHeldIsNotBookedAnew() {
        Appointment held = post(flow.clinic(), new Date(), patient(), RequestFlow.PHYSICIAN, SERVICE)
                .expect(201)
                .resource(Appointment.class);
        flow.answerFinally("continue-in-primary-care").expect(200);

        assertThat(Calendars.reschedule(
                                flow.clinic(),
                                held,
                                "period",
                                Calendars.period(inDays(4).toInstant(), 30))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("transition-not-allowed");
    }

    private String patient() {
        return flow.request().getSubject().getReference();
    }

    private HttpAnswer post(UnitClient unit, String... actors) {
        return post(unit, inDays(3), actors);
    }

    private HttpAnswer post(UnitClient unit, Date start, String... actors) {
        Appointment meeting = new Appointment().setStatus(AppointmentStatus.BOOKED);
        meeting.addBasedOn(new Reference("ServiceRequest/" + flow.id()));
        meeting.setStart(start).setEnd(Date.from(start.toInstant().plus(30, ChronoUnit.MINUTES)));
        for (String actor : actors) {
            meeting.addParticipant().setActor(new Reference(actor)).setStatus(ParticipationStatus.ACCEPTED);
        }
        return unit.post("Appointment", meeting);
    }

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Date inDays(int days) {
        return Date.from(now.plus(days, ChronoUnit.DAYS));
    }
}
