package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipantRequired;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.UrlType;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.directory.Physicians;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.directory.TrackMeeting;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;
import se.samspar.track.booking.Conferences;

/**
 * What is booked for an accepted request: for a digital consultation the video meeting of patient and primary care at
 * the health centre with the specialist (DSK-1), otherwise a visit of the patient to the receiver.
 */
@Component
class Meetings {

    private final ResourceStore store;
    private final Directory directory;
    private final TrackCatalogue tracks;
    private final Physicians physicians;
    private final TrackProperties properties;
    private final Clock clock;

    Meetings(
            ResourceStore store,
            Directory directory,
            TrackCatalogue tracks,
            Physicians physicians,
            TrackProperties properties,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.tracks = tracks;
        this.physicians = physicians;
        this.properties = properties;
        this.clock = clock;
    }

    /** The time that a decision plans. */
    Optional<MeetingTime> planned(Decision decision) {
        return decision.slot().map(this::at).or(() -> decision.plannedTime()
                .map(start -> MeetingTime.of(start, properties.meetingLength())));
    }

    /** When the request is taken up last, of what is booked for it and the conference that it names. */
    Optional<Instant> last(ServiceRequest request) {
        return Stream.concat(booked(InboxTasks.reference(request)).stream(), conference(request).stream())
                .filter(Appointment::hasStart)
                .map(meeting -> meeting.getStart().toInstant())
                .max(Comparator.naturalOrder());
    }

    private Optional<Appointment> conference(ServiceRequest request) {
        return Conferences.named(request)
                .flatMap(conference -> store.find(conference, Appointment.class))
                .filter(Appointments::isConference)
                .filter(conference -> conference.getStatus() == AppointmentStatus.BOOKED);
    }

    /** Does the track of the request meet by video? */
    boolean isByVideo(ServiceRequest request) {
        return tracks.of(request)
                .flatMap(TrackDefinition::meeting)
                .filter(TrackMeeting.VIDEO::equals)
                .isPresent();
    }

    /** The time of a slot. */
    MeetingTime at(Reference slot) {
        return store.find(slot, Slot.class)
                .map(MeetingTime::of)
                .orElseThrow(() ->
                        new UnprocessableEntityException("Parameter slot leads to no slot: see Slot?status=free."));
    }

    Appointment book(ServiceRequest request, Task task, MeetingTime time) {
        String track = InboxTasks.track(request).getCode();
        Appointment meeting = new Appointment();
        meeting.setStatus(AppointmentStatus.BOOKED);
        Track.of(track).map(Track::display).ifPresent(meeting::setDescription);
        meeting.addBasedOn(task.getFocus().copy());
        meeting.setCreated(Date.from(clock.instant()));
        time.setOn(meeting);
        join(meeting, task.getFor());
        if (isByVideo(request)) {
            primaryCare(request, task).forEach(actor -> join(meeting, actor));
        }
        receiver(request, task, track).ifPresent(service -> join(meeting, service));
        return store.create(meeting);
    }

    /** The requester has taken the request back. */
    void cancel(ServiceRequest request, Optional<String> reason) {
        booked(InboxTasks.reference(request)).forEach(meeting -> cancel(meeting, reason));
    }

    /**
     * The receiver has answered finally: what has begun was held, and a video meeting still ahead is not needed. A visit
     * still ahead stays, since the patient may have been called to it, unless the outcome leaves the receiver nothing to do.
     */
    void answered(ServiceRequest request, Optional<ConsultationOutcome> outcome) {
        boolean needless = isByVideo(request)
                || tracks.of(request)
                        .filter(track -> track.endsCommitment(outcome))
                        .isPresent();
        booked(InboxTasks.reference(request)).forEach(meeting -> {
            if (hasBegun(meeting)) {
                fulfil(meeting);
            } else if (needless) {
                cancel(meeting, Optional.of("Remissen är besvarad"));
            }
        });
    }

    /** It has been registered that the patient met the units of the request. */
    void registered(Reference request) {
        booked(request).stream().filter(this::hasBegun).forEach(this::fulfil);
    }

    private List<Appointment> booked(Reference request) {
        return store.search(Appointment.class, "status=booked&based-on=" + request.getReference());
    }

    private boolean hasBegun(Appointment meeting) {
        return meeting.hasStart() && !meeting.getStart().toInstant().isAfter(clock.instant());
    }

    private void fulfil(Appointment meeting) {
        store.update(meeting.setStatus(AppointmentStatus.FULFILLED));
    }

    private void cancel(Appointment meeting, Optional<String> reason) {
        meeting.setStatus(AppointmentStatus.CANCELLED);
        reason.ifPresent(text -> meeting.getCancelationReason().setText(text));
        store.update(meeting);
    }

    /**
     * The requesting physician where the request names one, and the place: where it names the unit, or a secretary who
     * sent it, the place stands for whoever will be on duty.
     */
    private Stream<Reference> primaryCare(ServiceRequest request, Task task) {
        Stream<Reference> physician = Stream.of(request.getRequester())
                .filter(requester -> "PractitionerRole"
                        .equals(requester.getReferenceElement().getResourceType()))
                .filter(requester -> physicians.mayBe(requester, Records.of(store)));
        String unit = task.getRequester().getReferenceElement().getIdPart();
        Stream<Reference> place =
                store.search(Location.class, "status=active&organization=Organization/" + unit).stream()
                        .limit(1)
                        .map(InboxTasks::reference);
        return Stream.concat(physician, place);
    }

    private Optional<Reference> receiver(ServiceRequest request, Task task, String track) {
        String unit = task.getOwner().getReferenceElement().getIdPart();
        return directory
                .trackService(unit, track, InboxTasks.specialties(request))
                .map(InboxTasks::reference);
    }

    private static void join(Appointment meeting, Reference actor) {
        meeting.addParticipant()
                .setActor(new Reference(actor.getReferenceElement().toUnqualifiedVersionless()))
                .setRequired(ParticipantRequired.REQUIRED)
                .setStatus(ParticipationStatus.ACCEPTED);
    }

    /** A new room: nobody finds it by guessing, and its name tells nothing about who meets there. */
    Extension room() {
        URI room = properties.videoBaseUrl().resolve(UUID.randomUUID().toString());
        return new Extension(Extensions.VIDEO_LINK, new UrlType(room.toString()));
    }
}
