package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.permit;
import static se.samspar.outpatient.CaseFlow.unit;
import static se.samspar.outpatient.CaseMeetings.AT_HEALTH_CENTRE;
import static se.samspar.outpatient.CaseMeetings.AT_HOME_SERVICE;
import static se.samspar.outpatient.CaseMeetings.PLACE;
import static se.samspar.outpatient.CaseMeetings.came;
import static se.samspar.outpatient.CaseMeetings.path;
import static se.samspar.outpatient.CaseMeetings.who;
import static se.samspar.outpatient.Plannings.planned;
import static se.samspar.outpatient.Plannings.planning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CaseTeamRole;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** The timeline of a case says what happened, once, and nothing else: read from how each version differs from the one before. */
@SamsparTest
class TimelineTest {

    @Autowired
    SamsparApi api;

    private static Stream<Provenance> events(CaseFlow flow, String target) {
        return flow
                .as(HEALTH_CENTRE)
                .get("Provenance?target=" + target + "&_sort=recorded&_count=100")
                .expect(200)
                .entries(Provenance.class)
                .stream();
    }

    /** The codes of what happened with one resource, in order. */
    private static List<String> happened(CaseFlow flow, String target) {
        return events(flow, target)
                .flatMap(event -> event.getActivity().getCoding().stream())
                .map(Coding::getCode)
                .toList();
    }

    private static Appointment put(CaseFlow flow, String unit, Appointment meeting) {
        return flow.as(unit).put(path(meeting), meeting).expect(200).resource(Appointment.class);
    }

    private static Appointment booked(CaseFlow flow) {
        return flow.as(HOME_SERVICE)
                .post("Appointment", CaseMeetings.meeting(flow, AT_HOME_SERVICE, AT_HEALTH_CENTRE))
                .expect(201)
                .resource(Appointment.class);
    }

    @Test
    void thatAReceiverAsksForMoreStandsThereEveryTime() {
        CaseFlow flow = CaseFlow.opened(api);
        Communication sent = flow.send(
                        HOME_SERVICE,
                        message(
                                MessageType.VARDBEGARAN,
                                MessagePurpose.COORDINATION_REQUEST,
                                "Har fallit.",
                                HEALTH_CENTRE))
                .expect(200)
                .entry(Communication.class);
        Task asked = null;
        for (String question : List.of("Vilka läkemedel?", "Vilken dos?")) {
            asked = flow
                    .on(
                            HEALTH_CENTRE,
                            sent,
                            "respond",
                            "decision",
                            new CodeType("request-supplement"),
                            "text",
                            question)
                    .expect(200)
                    .entries(Task.class)
                    .stream()
                    .filter(task -> task.getOwner().getReference().endsWith(HOME_SERVICE))
                    .findFirst()
                    .orElseThrow();
        }
        flow.on(HOME_SERVICE, sent, "supplement", "text", "Waran, en om dagen").expect(200);

        assertThat(happened(flow, "Task/" + asked.getIdElement().getIdPart())).containsExactly("more-asked-for");
        assertThat(happened(flow, flow.path()))
                .containsSubsequence("message-sent", "message-acknowledged", "message-supplemented")
                .containsSubsequence("message-sent", "more-asked-for", "more-asked-for", "message-supplemented")
                .satisfies(all -> assertThat(all.stream().filter("more-asked-for"::equals))
                        .hasSize(2));
    }

    @Test
    void whoIsFixedContactFromTheBeginningStandsThere() {
        CarePlan opened = CaseFlow.open(
                        api,
                        HOME_SERVICE,
                        List.of(HEALTH_CENTRE),
                        permit(),
                        TestPatients.next(),
                        "fixedContact",
                        new Reference(AT_HOME_SERVICE))
                .expect(200)
                .entry(CarePlan.class);
        assertThat(codes(opened)).containsOnlyOnce("contact-appointed");

        CaseFlow without = CaseFlow.opened(api);
        assertThat(happened(without, without.path())).contains("opened").doesNotContain("contact-appointed");
    }

    private List<String> codes(CarePlan aCase) {
        return api
                .as(HEALTH_CENTRE)
                .get("Provenance?target=" + Plannings.path(aCase) + "&_count=100")
                .expect(200)
                .entries(Provenance.class)
                .stream()
                .flatMap(event -> event.getActivity().getCoding().stream())
                .map(Coding::getCode)
                .toList();
    }

    @Test
    void contactsOfATeamThatTheCaseGetsLaterStandThere() {
        CarePlan aCase = api.as(HOME_SERVICE)
                .post("CarePlan", Plannings.aCase(CaseFlow.opened(api).patient(), HOME_SERVICE))
                .expect(201)
                .resource(CarePlan.class);
        CareTeam team = new CareTeam().setStatus(CareTeamStatus.ACTIVE).setSubject(aCase.getSubject());
        team.addManagingOrganization(unit(HOME_SERVICE));
        team.addParticipant()
                .setMember(new Reference(AT_HOME_SERVICE))
                .addRole(CaseTeamRole.FIXED_CARE_CONTACT.toConcept());
        team = api.as(HOME_SERVICE).post("CareTeam", team).expect(201).resource(CareTeam.class);
        aCase.addCareTeam(new Reference(team.getIdElement().toUnqualifiedVersionless()));
        api.as(HOME_SERVICE).put(Plannings.path(aCase), aCase).expect(200);

        assertThat(api
                        .as(HOME_SERVICE)
                        .get("Provenance?target=" + Plannings.path(aCase))
                        .expect(200)
                        .entries(Provenance.class)
                        .stream()
                        .map(event -> event.getActivity().getCodingFirstRep().getCode()))
                .containsOnlyOnce("contact-appointed");
    }

    @Test
    void aMeetingIsBookedChangedAndCancelled() {
        CaseFlow flow = CaseFlow.opened(api);
        Appointment meeting = booked(flow);
        assertThat(happened(flow, path(meeting))).containsExactly("meeting-booked");

        meeting = put(flow, HOME_SERVICE, CaseMeetings.at(meeting, Instant.now().plus(3, ChronoUnit.DAYS)));
        assertThat(happened(flow, path(meeting))).containsExactly("meeting-booked", "meeting-changed");

        meeting.addParticipant().setActor(new Reference(PLACE)).setStatus(ParticipationStatus.ACCEPTED);
        meeting = put(flow, HOME_SERVICE, meeting);
        assertThat(happened(flow, path(meeting)))
                .containsExactly("meeting-booked", "meeting-changed", "meeting-changed");

        meeting = put(flow, HOME_SERVICE, meeting.setStatus(AppointmentStatus.CANCELLED));
        put(flow, HOME_SERVICE, meeting.setStatus(AppointmentStatus.BOOKED));
        assertThat(happened(flow, path(meeting)))
                .containsExactly(
                        "meeting-booked", "meeting-changed", "meeting-changed", "meeting-cancelled", "meeting-booked");
    }

    @Test
    void whoComesToAMeetingAndCameIsNoEvent() {
        CaseFlow flow = CaseFlow.opened(api);
        Appointment begun = CaseMeetings.meeting(flow, AT_HOME_SERVICE, AT_HEALTH_CENTRE);
        CaseMeetings.at(begun, Instant.now().minus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS));
        Appointment meeting =
                flow.as(HOME_SERVICE).post("Appointment", begun).expect(201).resource(Appointment.class);
        who(meeting, AT_HEALTH_CENTRE).setStatus(ParticipationStatus.ACCEPTED);
        meeting = put(flow, HEALTH_CENTRE, meeting);
        put(flow, HEALTH_CENTRE, came(meeting, AT_HEALTH_CENTRE));

        assertThat(happened(flow, path(meeting))).containsExactly("meeting-booked");
    }

    @Test
    void aDeathEndsThePlanningAndCancelsTheMeeting() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan planning = planned(flow, HOME_SERVICE, planning(flow));
        planned(flow, HOME_SERVICE, planning);
        Appointment meeting = booked(flow);
        Patient patient = api.asAdmin().read(Patient.class, new IdType(flow.patient()).getIdPart());
        api.asAdmin()
                .put(flow.patient(), patient.setDeceased(DateTimeType.now()))
                .expect(200);

        assertThat(happened(flow, Plannings.path(planning))).containsExactly("planned", "planned", "plan-ended");
        assertThat(happened(flow, path(meeting))).containsExactly("meeting-booked", "meeting-cancelled");
    }

    @Test
    void aPartyThatIsRefusedLearnsNothingOfTheRefusal() {
        CaseFlow flow = CaseFlow.opened(api);
        Consent refusal = flow.refusal(HOME_SERVICE, HEALTH_CENTRE).expect(201).resource(Consent.class);
        String path = "Consent/" + refusal.getIdElement().getIdPart();

        flow.as(HEALTH_CENTRE).get(path).refused(404);
        assertThat(happened(flow, path)).isEmpty();
        assertThat(happened(flow, flow.path())).isEmpty();
        flow.as(REHABILITATION).get(path).expect(200);
    }
}
