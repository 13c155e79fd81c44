package se.samspar.registration.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.Directory;
import se.samspar.directory.Physicians;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.registration.half.Halves;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;

/**
 * Who takes part in a booked consultation. Who will be on duty need not be known then: the physician may stand there as
 * the place, the specialist as the clinic's service. The registration names both.
 */
final class PartiesAtMeeting {

    private static final Set<AppointmentStatus> ENDED =
            EnumSet.of(AppointmentStatus.CANCELLED, AppointmentStatus.ENTEREDINERROR, AppointmentStatus.NOSHOW);

    private final TrackCatalogue tracks;
    private final Directory directory;
    private final Physicians physicians;

    PartiesAtMeeting(TrackCatalogue tracks, Directory directory, Physicians physicians) {
        this.tracks = tracks;
        this.directory = directory;
        this.physicians = physicians;
    }

    Stream<Finding> check(Appointment meeting, RuleContext context) {
        if (!isToBeJudged(meeting, context)) {
            return Stream.empty();
        }
        return meeting.getBasedOn().stream()
                .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                .filter(request -> tracks.askFor(RuleCode.THREE_PARTIES, request))
                .flatMap(request -> missing(meeting, request, Records.of(context)))
                .map(party -> Finding.at("Appointment.participant", party + " does not take part."));
    }

    private static boolean isToBeJudged(Appointment meeting, RuleContext context) {
        return !ENDED.contains(meeting.getStatus())
                && context.previous(meeting)
                        .filter(previous -> !ENDED.contains(previous.getStatus()))
                        .filter(previous -> Base.compareDeep(previous.getParticipant(), meeting.getParticipant(), true))
                        .filter(previous -> Base.compareDeep(previous.getBasedOn(), meeting.getBasedOn(), true))
                        .isEmpty();
    }

    private Stream<String> missing(Appointment meeting, ServiceRequest request, Records records) {
        List<Reference> actors = meeting.getParticipant().stream()
                .filter(participant -> participant.getStatus() != ParticipationStatus.DECLINED)
                .map(AppointmentParticipantComponent::getActor)
                .toList();
        Optional<Organization> healthCentre = directory
                .unitOf(request.getRequester())
                .filter(unit -> directory
                        .careLevel(unit)
                        .filter(CareLevel.PRIMARY_CARE::equals)
                        .isPresent());
        Optional<Organization> clinic = request.getPerformer().stream()
                .flatMap(receiver -> directory.organization(receiver).stream())
                .findFirst();
        return Stream.of(
                        party(
                                "The patient of the request",
                                actors.stream().anyMatch(actor -> Halves.isSame(actor, request.getSubject()))),
                        party(
                                "A physician at the requesting health centre",
                                isRepresented(healthCentre, "Location", actors, records)),
                        party(
                                "A specialist of the receiving clinic",
                                isRepresented(clinic, "HealthcareService", actors, records)))
                .flatMap(Optional::stream);
    }

    private static Optional<String> party(String name, boolean takesPart) {
        return takesPart ? Optional.empty() : Optional.of(name);
    }

    /** Does a physician of the unit take part, or what stands for whoever will be on duty there? */
    private boolean isRepresented(
            Optional<Organization> unit, String standIn, List<Reference> actors, Records records) {
        return unit.isPresent()
                && actors.stream()
                        .filter(actor -> isType(actor, standIn)
                                || isType(actor, "PractitionerRole") && physicians.mayBe(actor, records))
                        .flatMap(actor -> UnitOf.actor(actor, records).stream())
                        .map(Halves::literal)
                        .anyMatch(("Organization/" + unit.get().getIdElement().getIdPart())::equals);
    }

    private static boolean isType(Reference actor, String type) {
        return type.equals(actor.getReferenceElement().getResourceType());
    }
}
