package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.CLINIC;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_CARE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseMeetings.AT_CLINIC;
import static se.samspar.outpatient.CaseMeetings.AT_HEALTH_CENTRE;
import static se.samspar.outpatient.CaseMeetings.AT_HOME_SERVICE;
import static se.samspar.outpatient.CaseMeetings.PLACE;
import static se.samspar.outpatient.CaseMeetings.at;
import static se.samspar.outpatient.CaseMeetings.came;
import static se.samspar.outpatient.CaseMeetings.meeting;
import static se.samspar.outpatient.CaseMeetings.path;
import static se.samspar.outpatient.CaseMeetings.who;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CaseEvent;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.Track;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** The parties of a case meet the person, at places, by video, or both (OVP-15). */
@SamsparTest
class CaseMeetingTest {

    @Autowired
    SamsparApi api;

    private static HttpAnswer book(CaseFlow flow, String unit, Appointment meeting) {
        return flow.as(unit).post("Appointment", meeting);
    }

    private static Appointment booked(CaseFlow flow) {
        return book(flow, HOME_SERVICE, meeting(flow, AT_HOME_SERVICE, AT_HEALTH_CENTRE, PLACE))
                .expect(201)
                .resource(Appointment.class);
    }

    private static HttpAnswer change(CaseFlow flow, String unit, Appointment meeting) {
        return flow.as(unit).put(path(meeting), meeting);
    }

    @Test
    void whoIsInvitedIsAskedAndAnswersForItself() {
        CaseFlow flow = CaseFlow.opened(api);
        Appointment meeting = booked(flow);
        assertThat(who(meeting, AT_HOME_SERVICE).getStatus()).isEqualTo(ParticipationStatus.ACCEPTED);
        assertThat(who(meeting, AT_HEALTH_CENTRE).getStatus()).isEqualTo(ParticipationStatus.NEEDSACTION);
        String invitations =
                "Appointment?actor=" + AT_HEALTH_CENTRE + "&part-status=needs-action&supporting-info=" + flow.path();
        assertThat(found(flow, HEALTH_CENTRE, invitations)).hasSize(1);

        who(meeting, AT_HEALTH_CENTRE).setStatus(ParticipationStatus.ACCEPTED);
        assertThat(change(flow, HOME_SERVICE, meeting).refused(422).ruleCodes()).containsExactly("own-participants");
        Appointment answered = change(flow, HEALTH_CENTRE, meeting).expect(200).resource(Appointment.class);

        assertThat(who(answered, AT_HEALTH_CENTRE).getStatus()).isEqualTo(ParticipationStatus.ACCEPTED);
        who(answered, AT_HOME_SERVICE).setStatus(ParticipationStatus.DECLINED);
        assertThat(change(flow, HEALTH_CENTRE, answered).refused(422).ruleCodes())
                .containsExactly("own-participants");
    }

    private static List<Appointment> found(CaseFlow flow, String unit, String query) {
        return flow.as(unit).get(query).expect(200).entries(Appointment.class);
    }

    @Test
    void everyPartySeesItAndNobodyElse() {
        CaseFlow flow = CaseFlow.opened(api);
        Appointment meeting = booked(flow);

        for (String party : List.of(HOME_SERVICE, HEALTH_CENTRE, REHABILITATION)) {
            assertThat(found(flow, party, "Appointment?supporting-info=" + flow.path()))
                    .hasSize(1);
        }
        flow.as(CLINIC).get(path(meeting)).refused(404);
        change(flow, CLINIC, meeting).refused(404);
        book(flow, CLINIC, meeting(flow, AT_CLINIC)).refused(403);
        assertThat(flow
                        .as(REHABILITATION)
                        .get("Provenance?target=" + flow.path() + "&_count=100")
                        .expect(200)
                        .entries(Provenance.class)
                        .stream()
                        .filter(event -> CaseEvent.MEETING_BOOKED.isIn(event.getActivity())))
                .hasSize(1);
    }

    @Test
    void itEndsForWhoeverTheConsentLetsInNoLongerTheOneThatBookedItIncluded() {
        CaseFlow flow = CaseFlow.opened(api);
        flow.verify(HEALTH_CENTRE);
        Appointment meeting = book(flow, HEALTH_CENTRE, meeting(flow, AT_HEALTH_CENTRE))
                .expect(201)
                .resource(Appointment.class);
        flow.withdraw(HOME_SERVICE).expect(200);

        flow.as(HEALTH_CENTRE).get(path(meeting)).refused(404);
        flow.as(HOME_SERVICE).get(path(meeting)).expect(200);
    }

    @Test
    void whoTakesPartIsOfAParty() {
        CaseFlow flow = CaseFlow.opened(api);

        assertThat(book(flow, HOME_SERVICE, meeting(flow, AT_HOME_SERVICE, AT_CLINIC))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("party-takes-part");
        assertThat(book(flow, HOME_SERVICE, meeting(flow, "HealthcareService/sus-ortopedi-remiss"))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("party-takes-part");
        Appointment meeting = booked(flow);
        meeting.addParticipant().setActor(new Reference(AT_CLINIC)).setStatus(ParticipationStatus.NEEDSACTION);
        assertThat(change(flow, HOME_SERVICE, meeting).refused(422).ruleCodes()).containsExactly("party-takes-part");
    }

    @Test
    void itIsAboutThePersonOfTheCaseOnly() {
        CaseFlow flow = CaseFlow.opened(api);
        String another = CaseFlow.opened(api).patient();

        assertThat(book(flow, HOME_SERVICE, meeting(flow, AT_HOME_SERVICE, another))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("case-about-patient");
    }

    @Test
    void nobodyIsInvitedPastTheConsent() {
        CaseFlow flow = CaseFlow.opened(api);
        Appointment meeting = meeting(flow, AT_HOME_SERVICE, AT_HEALTH_CENTRE);

        assertThat(book(flow, REHABILITATION, meeting).refused(422).ruleCodes())
                .containsExactly("consent-verified-by-unit");
        flow.refuse(HOME_SERVICE, HEALTH_CENTRE);
        assertThat(book(flow, HOME_SERVICE, meeting).refused(422).ruleCodes())
                .containsExactly("refused-consent-stays-inside");
        flow.withdraw(HOME_SERVICE).expect(200);
        assertThat(book(flow, HOME_SERVICE, meeting(flow, "PractitionerRole/rehab-lund-personal-1"))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("consent-covers-party");
        book(flow, HOME_SERVICE, meeting(flow, AT_HOME_SERVICE)).expect(201);
    }

    @Test
    void theOwnOrganisationMeetsWithoutAConsent() {
        CaseFlow flow = CaseFlow.opened(api, HOME_SERVICE, List.of(HOME_CARE), CaseFlow.deny());

        book(flow, HOME_CARE, meeting(flow, AT_HOME_SERVICE)).expect(201);
    }

    @Test
    void itIsBookedWhileTheCaseIsOpen() {
        CaseFlow flow = CaseFlow.opened(api);
        Appointment meeting = booked(flow);
        flow.close(HOME_SERVICE, CloseReason.GOALS_MET).expect(200);

        assertThat(book(flow, HOME_SERVICE, meeting(flow, AT_HOME_SERVICE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("case-open");
        Appointment moved = at(meeting.copy(), Instant.now().plus(3, ChronoUnit.DAYS));
        assertThat(change(flow, HOME_SERVICE, moved).refused(422).ruleCodes()).containsExactly("case-open");
        change(flow, HOME_SERVICE, meeting.setStatus(AppointmentStatus.CANCELLED))
                .expect(200);
    }

    @Test
    void whenItIsMovedEverybodyIsAskedAnew() {
        CaseFlow flow = CaseFlow.opened(api);
        Appointment meeting = booked(flow);
        who(meeting, AT_HEALTH_CENTRE).setStatus(ParticipationStatus.ACCEPTED);
        Appointment accepted = change(flow, HEALTH_CENTRE, meeting).expect(200).resource(Appointment.class);

        at(accepted, Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
        Appointment moved = change(flow, HOME_SERVICE, accepted).expect(200).resource(Appointment.class);

        assertThat(who(moved, AT_HEALTH_CENTRE).getStatus()).isEqualTo(ParticipationStatus.NEEDSACTION);
        assertThat(who(moved, AT_HOME_SERVICE).getStatus()).isEqualTo(ParticipationStatus.ACCEPTED);
    }

    @Test
    void whoCameIsRecordedOnceItHasBegun() {
        CaseFlow flow = CaseFlow.opened(api);
        Appointment meeting = booked(flow);
        assertThat(change(flow, HOME_SERVICE, came(meeting.copy(), AT_HOME_SERVICE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("attended-when-begun");
        assertThat(book(flow, HOME_SERVICE, came(meeting(flow, AT_HOME_SERVICE), AT_HOME_SERVICE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("attended-when-begun");

        Appointment begun = book(
                        flow,
                        HOME_SERVICE,
                        at(meeting(flow, AT_HOME_SERVICE), Instant.now().minus(1, ChronoUnit.MINUTES)))
                .expect(201)
                .resource(Appointment.class);
        change(flow, HOME_SERVICE, came(begun, AT_HOME_SERVICE)).expect(200);
    }

    @Test
    void itHasAPlaceOrALink() {
        CaseFlow flow = CaseFlow.opened(api);
        Appointment nowhere = meeting(flow, AT_HOME_SERVICE);
        nowhere.getExtension().clear();
        Appointment atPlace = meeting(flow, AT_HOME_SERVICE, PLACE);
        atPlace.getExtension().clear();

        assertThat(book(flow, HOME_SERVICE, nowhere).refused(422).ruleCodes()).containsExactly("profile-conformance");
        book(flow, HOME_SERVICE, atPlace).expect(201);
        book(flow, HOME_SERVICE, meeting(flow, AT_HOME_SERVICE, "Location/skanes-universitetssjukhus"))
                .expect(201);
    }

    /** Every unit reads conferences, which have a track as their type. */
    @Test
    void itIsNoConference() {
        CaseFlow flow = CaseFlow.opened(api);
        Appointment meeting = meeting(flow, AT_HOME_SERVICE);
        meeting.addServiceType(Track.ELEKTIV_MDK.toConcept());

        Appointment booked = book(flow, HOME_SERVICE, meeting).expect(201).resource(Appointment.class);

        flow.as(CLINIC).get(path(booked)).refused(404);
    }

    @Test
    void itStaysInItsCase() {
        CaseFlow flow = CaseFlow.opened(api);
        CaseFlow another = CaseFlow.opened(api);
        Appointment meeting = booked(flow);
        Appointment moved = meeting.copy().setSupportingInformation(List.of(new Reference(another.path())));
        moved.getParticipant().remove(0);

        assertThat(change(flow, HOME_SERVICE, moved).refused(422).ruleCodes()).containsExactly("server-written");
    }
}
