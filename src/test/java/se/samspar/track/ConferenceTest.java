package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Multidisciplinary conferences: who holds, reads and changes them, and who reads what they take up (TRK-5). */
@SamsparTest
class ConferenceTest {

    @Autowired
    SamsparApi api;

    private UnitClient clinic;

    private UnitClient participant;

    private UnitClient foreign;

    private Appointment conference;

    @BeforeEach
    void orthopaedicsHoldsAConferenceWithRheumatology() {
        clinic = api.as(RequestFlow.CLINIC);
        participant = api.as("sus-reumatologi");
        foreign = api.as("vc-limhamn");
        conference = Calendars.held(clinic);
    }

    @Test
    void theAgendaIsReadByThoseWhoTakePartAndByEachRequesterForItsOwnCases() {
        RequestFlow own = RequestFlow.submitted(api, Calendars.caseFor(conference));
        ServiceRequest ofAnother = Calendars.caseFor(conference);
        ofAnother.setRequester(new Reference("Organization/vc-sodra-sandby"));
        String other = RequestFlow.submit(api.as("vc-sodra-sandby"), ofAnother, TestPatients.next())
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();

        assertThat(agenda(clinic)).containsExactly(own.id(), other);
        assertThat(agenda(participant)).containsExactly(own.id(), other);
        assertThat(agenda(own.healthCentre())).containsExactly(own.id());
        assertThat(agenda(foreign)).isEmpty();
        String patient = own.request().getSubject().getReferenceElement().getIdPart();
        assertThat(participant.read(Patient.class, patient).getName()).isNotEmpty();
        foreign.get("Patient/" + patient).expect(404);
        foreign.get("ServiceRequest/" + own.id()).expect(404);
    }

    @Test
    void everyUnitFindsTheConferenceAndItsRoomIsForThoseWhoTakePart() {
        String search = "Appointment?service-type=elektiv-mdk&status=booked&_id="
                + conference.getIdElement().getIdPart();
        Appointment seen = foreign.get(search).expect(200).entry(Appointment.class);
        assertThat(seen.getStart()).isEqualTo(conference.getStart());
        assertThat(seen.hasExtension(Extensions.VIDEO_LINK)).isFalse();
        assertThat(read(foreign).hasExtension(Extensions.VIDEO_LINK)).isFalse();
        foreign.get(path() + "/_history").expect(403);
        foreign.get(path() + "/_history/1").expect(403);
        assertThat(foreign.get(path()).header("ETag")).isNull();
        assertThat(seen.getMeta().hasVersionId()).isFalse();
        assertThat(participant.get(path() + "/_history").expect(200).body()).contains(Calendars.ROOM);
        assertThat(read(participant).hasExtension(Extensions.VIDEO_LINK)).isTrue();
    }

    @Test
    void onlyTheUnitThatRunsItChangesIt() {
        Appointment described = read(clinic).setDescription("Ny beskrivning");
        participant.put(path(), described).expect(403);
        foreign.put(path(), described).expect(403);
        reschedule(participant, Calendars.slot(participant, "HealthcareService/sus-reumatologi-remiss"))
                .expect(403);
        clinic.put(path(), described).expect(200);

        Slot later = Calendars.slot(clinic, Calendars.CONFERENCES);
        Appointment moved = reschedule(clinic, later).expect(200).resource(Appointment.class);

        assertThat(moved.getStart()).isEqualTo(later.getStart());
        assertThat(clinic.get(conference.getSlotFirstRep().getReference())
                        .expect(200)
                        .resource(Slot.class)
                        .getStatus())
                .isEqualTo(SlotStatus.FREE);
    }

    @Test
    void theAgendaFollowsThoseWhoTakePart() {
        RequestFlow own = RequestFlow.submitted(api, Calendars.caseFor(conference));
        String patient = own.request().getSubject().getReference();
        UnitClient joining = api.as("sus-neurologi");
        Appointment changed = read(clinic);
        changed.getParticipant().get(1).getActor().setReference("PractitionerRole/sus-neurologi-lakare-1");

        clinic.put(path(), changed).expect(200);

        assertThat(agenda(joining)).containsExactly(own.id());
        joining.get(patient).expect(200);
        assertThat(agenda(participant)).isEmpty();
        participant.get("ServiceRequest/" + own.id()).expect(404);
        participant.get(patient).expect(404);
        assertThat(read(participant).hasExtension(Extensions.VIDEO_LINK)).isFalse();
    }

    @Test
    void aCancelledConferenceIsNotMoved() {
        clinic.put(path(), read(clinic).setStatus(AppointmentStatus.CANCELLED)).expect(200);
        Slot later = Calendars.slot(clinic, Calendars.CONFERENCES);

        assertThat(reschedule(clinic, later).expect(422).ruleCodes()).containsExactly("transition-not-allowed");
        Appointment again = read(clinic).setStatus(AppointmentStatus.BOOKED);
        again.setStart(later.getStart())
                .setEnd(later.getEnd())
                .getSlotFirstRep()
                .setReference(Calendars.reference(later).getReference());
        assertThat(clinic.put(path(), again).expect(422).ruleCodes()).containsExactly("transition-not-allowed");

        assertThat(Calendars.status(clinic, later)).isEqualTo(SlotStatus.FREE);
    }

    @Test
    void aConferenceSaysNothingAboutPatientsAndHasTwoSpecialties() {
        String patient = RequestFlow.submitted(api, Calendars.caseFor(conference))
                .request()
                .getSubject()
                .getReference();
        Slot slot = Calendars.slot(clinic, Calendars.CONFERENCES);
        Appointment withPatient = Calendars.conference(slot);
        withPatient.addParticipant().setActor(new Reference(patient)).setStatus(ParticipationStatus.ACCEPTED);
        assertThat(clinic.post("Appointment", withPatient).expect(422).ruleCodes())
                .containsExactly("conference-complete");
        Appointment alone = Calendars.conference(slot);
        alone.getSpecialty().remove(1);
        assertThat(clinic.post("Appointment", alone).expect(422).ruleCodes()).containsOnly("profile-conformance");
        participant.post("Appointment", Calendars.conference(slot)).expect(403);
    }

    @Test
    void aMeetingDoesNotBecomeAConference() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        Appointment meeting = flow.triage("accept", "slot", Calendars.reference(slot))
                .expect(200)
                .entry(Appointment.class);
        Appointment opened = Calendars.conference(slot);
        opened.setId(meeting.getIdElement().toUnqualifiedVersionless());

        assertThat(clinic.put(opened.getId(), opened).expect(422).ruleCodes()).contains("server-written");
    }

    @Test
    void theDemoRegionHasConferencesToCome() {
        Appointment demo =
                foreign.get("Appointment/sus-ortopedi-mdk-1").expect(200).resource(Appointment.class);
        assertThat(demo.getSpecialty())
                .extracting(specialty -> specialty.getCodingFirstRep().getCode())
                .containsExactly("1324", "1125");
        assertThat(participant
                        .get("Appointment/sus-ortopedi-mdk-1")
                        .expect(200)
                        .resource(Appointment.class)
                        .hasExtension(Extensions.VIDEO_LINK))
                .isTrue();
        Coding track = demo.getServiceTypeFirstRep().getCodingFirstRep();
        assertThat(track.getCode()).isEqualTo(Track.ELEKTIV_MDK.code());
    }

    private HttpAnswer reschedule(UnitClient unit, Slot slot) {
        return unit.post(path() + "/$reschedule", DemoRequests.parameters("slot", Calendars.reference(slot)));
    }

    private List<String> agenda(UnitClient unit) {
        return unit
                .get("ServiceRequest?conference=" + path() + "&_sort=authored")
                .expect(200)
                .entries(ServiceRequest.class)
                .stream()
                .map(request -> request.getIdElement().getIdPart())
                .toList();
    }

    private Appointment read(UnitClient unit) {
        return unit.read(Appointment.class, conference.getIdElement().getIdPart());
    }

    private String path() {
        return Calendars.reference(conference).getReference();
    }

    @Test
    void whatIsKeptOfAnOpenConferenceIsReadByThoseWhoTakePart() {
        Slot ahead = Calendars.slot(clinic, Calendars.CONFERENCES);
        Slot past = clinic.post("Slot", Calendars.slot(ahead.getSchedule(), Instant.EPOCH))
                .expect(201)
                .resource(Slot.class);
        Appointment late = Calendars.conference(past);
        Extension justification = late.addExtension().setUrl(Extensions.RULE_JUSTIFICATION);
        justification.addExtension("rule", new CodeType("time-ahead"));
        justification.addExtension("reason", new StringType("Förs in i efterhand"));
        Appointment conference = clinic.post("Appointment", late).expect(201).resource(Appointment.class);
        String target = "target=Appointment/" + conference.getIdElement().getIdPart();
        Provenance why = clinic.get("Provenance?" + target).expect(200).entry(Provenance.class);

        api.as("vc-limhamn").get("Provenance/" + why.getIdElement().getIdPart()).expect(404);
        assertThat(api.as("vc-limhamn")
                        .get("Appointment?_id=" + conference.getIdElement().getIdPart()
                                + "&_revinclude=Provenance:target")
                        .expect(200)
                        .entries(Provenance.class))
                .isEmpty();
        assertThat(api.as("vc-limhamn").get("Provenance?" + target).expect(200).entries(Provenance.class))
                .isEmpty();
    }
}
