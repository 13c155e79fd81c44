package se.samspar.track.rule;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.directory.TrackMeeting;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;
import se.samspar.track.booking.Conferences;

/**
 * Several specialties look at a case together, at a conference that the receiver runs, and say what they recommend. A
 * case that comes from another track is signed up afterwards, before it is answered; a request on a track that no
 * conference takes up names none. That there is a question is asked on every track ({@code question-present}). The conference itself, which every unit reads, names no patient: the
 * final references say so, since those of a transaction are not known to the profile.
 */
@RuleInfo(
        code = "conference-complete",
        severity = Severity.BLOCK,
        requirement = "TRK-5",
        remedy = "Name the conference, at least two specialties and the question; in the answer, the recommendation.")
final class ConferenceComplete implements Rule<DomainResource> {

    private static final int SPECIALTIES = 2;
    private static final String SIGN_UP = "sign-up";
    private static final Set<String> PARTICIPANTS = Set.of("PractitionerRole", "HealthcareService", "Location");

    private final TrackCatalogue tracks;

    ConferenceComplete(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(DomainResource resource, RuleContext context) {
        if (resource instanceof Appointment conference && isOnOtherTrack(conference)) {
            return Stream.of(
                    Finding.at("Appointment.serviceType", "Requests on this track are not taken up at a conference."));
        }
        if (resource instanceof ServiceRequest request) {
            return isToBeJudged(request, context)
                    ? faults(request, context).map(text -> Finding.at("ServiceRequest.extension", text))
                    : Stream.empty();
        }
        if (resource instanceof Appointment appointment) {
            return Appointments.isConference(appointment)
                    ? withOthers(appointment)
                    : insteadOfConference(appointment, context);
        }
        return resource instanceof Communication answer && Answers.isNewFinal(answer, context)
                ? Answers.request(answer, context).filter(this::isAskedFor).stream()
                        .flatMap(request -> unanswered(answer, request, context))
                : Stream.empty();
    }

    private static Stream<Finding> withOthers(Appointment conference) {
        return isAmongStaff(conference)
                ? Stream.empty()
                : Stream.of(
                        Finding.at("Appointment.participant", "Staff, services and places take part in a conference."));
    }

    private Stream<Finding> insteadOfConference(Appointment meeting, RuleContext context) {
        boolean isOfCase = context.previous(meeting).isEmpty()
                && meeting.getBasedOn().stream()
                        .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                        .anyMatch(this::isTakenUpAtConference);
        return isOfCase
                ? Stream.of(Finding.at(
                        "Appointment.basedOn",
                        "The case is taken up at a conference: sign it up by Appointment/$sign-up."))
                : Stream.empty();
    }

    private boolean isOnOtherTrack(Appointment conference) {
        return Appointments.tracks(conference).anyMatch(track -> tracks.find(track)
                .flatMap(TrackDefinition::meeting)
                .filter(TrackMeeting.CONFERENCE::equals)
                .isEmpty());
    }

    private static boolean isAmongStaff(Appointment conference) {
        return conference.getParticipant().stream()
                .map(participant -> participant.getActor().getReferenceElement().getResourceType())
                .map(String::valueOf)
                .allMatch(PARTICIPANTS::contains);
    }

    private boolean isAskedFor(ServiceRequest request) {
        return tracks.askFor(RuleCode.CONFERENCE_COMPLETE, request);
    }

    private boolean isTakenUpAtConference(ServiceRequest request) {
        return tracks.of(request)
                .flatMap(TrackDefinition::meeting)
                .filter(TrackMeeting.CONFERENCE::equals)
                .isPresent();
    }

    private static boolean isToBeJudged(ServiceRequest request, RuleContext context) {
        return context.operation().filter(SIGN_UP::equals).isPresent()
                || Requests.isToBeJudged(
                        request,
                        context,
                        ServiceRequest::getCategory,
                        any -> any.getExtensionsByUrl(Extensions.NAMED_CONFERENCE));
    }

    /** Naming a conference opens the case to those who take part and its room to the units of the case. */
    private Stream<String> faults(ServiceRequest request, RuleContext context) {
        boolean names = request.hasExtension(Extensions.NAMED_CONFERENCE);
        if (names && !isTakenUpAtConference(request)) {
            return Stream.of("Requests on this track are not taken up at a conference.");
        }
        return names || isAskedFor(request) && !Requests.comesFromAnother(request, context)
                ? Stream.concat(incomplete(request, context), isOver(request, context))
                : Stream.empty();
    }

    private Stream<String> incomplete(ServiceRequest request, RuleContext context) {
        Optional<Appointment> named = Conferences.of(request, context);
        if (named.isEmpty()) {
            return Stream.of("The request names no conference.");
        }
        return Stream.of(
                        named.filter(conference -> specialties(conference) < SPECIALTIES)
                                .map(conference -> "The conference has fewer than two specialties."),
                        named.filter(conference -> !isRunByReceiver(conference, request, context))
                                .map(conference -> "The receiver of the request does not run the conference."),
                        named.filter(conference -> Appointments.tracks(conference)
                                        .noneMatch(track -> Requests.track(request)
                                                .filter(track::equals)
                                                .isPresent()))
                                .map(conference -> "The conference takes up the cases of another track."))
                .flatMap(Optional::stream);
    }

    private static long specialties(Appointment conference) {
        return conference.getSpecialty().stream()
                .flatMap(specialty -> specialty.getCoding().stream().limit(1))
                .map(Coding::getCode)
                .distinct()
                .count();
    }

    private static boolean isRunByReceiver(Appointment conference, ServiceRequest request, RuleContext context) {
        Optional<String> unit = conference.getSlot().stream()
                .flatMap(slot -> UnitOf.slot(slot, Records.of(context)).stream())
                .map(ConferenceComplete::id)
                .findFirst();
        return unit.isPresent()
                && request.getPerformer().stream().map(ConferenceComplete::id).allMatch(unit.get()::equals);
    }

    private static String id(Reference unit) {
        return String.valueOf(unit.getReferenceElement().getIdPart());
    }

    private static Stream<String> isOver(ServiceRequest request, RuleContext context) {
        return Stream.concat(
                Stream.of(request.getStatus())
                        .filter(status -> status != ServiceRequestStatus.ACTIVE)
                        .map(status -> "Open requests only are signed up."),
                Conferences.of(request, context)
                        .filter(conference -> conference.getStatus() != AppointmentStatus.BOOKED
                                || !conference.hasEnd()
                                || conference.getEnd().toInstant().isBefore(context.now()))
                        .map(conference -> "The conference has been held or cancelled.")
                        .stream());
    }

    private Stream<Finding> unanswered(Communication answer, ServiceRequest request, RuleContext context) {
        boolean recommends = answer.getPayload().stream()
                .map(Communication.CommunicationPayloadComponent::getContent)
                .anyMatch(content -> content instanceof StringType text
                        && text.hasValue()
                        && !text.getValue().isBlank());
        Stream<Finding> silent = recommends
                ? Stream.empty()
                : Stream.of(Finding.at("Communication.payload", "The answer gives no recommendation."));
        Stream<String> cancelled = Conferences.of(request, context).filter(Appointments::isGivenUp).stream()
                .map(conference ->
                        "The conference was cancelled: sign the case up for another by Appointment/$sign-up.");
        return Stream.concat(
                silent,
                Stream.concat(incomplete(request, context), cancelled)
                        .map(text -> Finding.at("Communication.basedOn", text)));
    }
}
