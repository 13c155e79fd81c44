package se.samspar.track.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.Directory;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * A digital specialist consultation is a meeting of three: the patient with a physician at the requesting health centre,
 * and the specialist of the receiving clinic by video. Who will be on duty need not be known when the meeting is booked:
 * the physician may stand there as the place, the specialist as the clinic's service. The registration names both.
 */
@RuleInfo(
        code = "three-parties",
        severity = Severity.BLOCK,
        requirement = "DSK-1",
        remedy = "Name the patient, the primary care physician and the specialist as participants, the first two at the"
                + " health centre.")
final class ThreeParties implements Rule<Appointment> {

    private static final Set<AppointmentStatus> ENDED =
            EnumSet.of(AppointmentStatus.CANCELLED, AppointmentStatus.ENTEREDINERROR, AppointmentStatus.NOSHOW);

    private final TrackCatalogue tracks;
    private final Directory directory;

    ThreeParties(TrackCatalogue tracks, Directory directory) {
        this.tracks = tracks;
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(Appointment meeting, RuleContext context) {
        boolean booksByRest = context.isWrittenByClient(meeting)
                && context.previous(meeting).isEmpty()
                && !Appointments.isConference(meeting);
        return Stream.concat(
                booksByRest ? MeetingByRest.check(meeting, context) : Stream.empty(), parties(meeting, context));
    }

    private Stream<Finding> parties(Appointment meeting, RuleContext context) {
        if (!isToBeJudged(meeting, context)) {
            return Stream.empty();
        }
        return meeting.getBasedOn().stream()
                .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                .filter(request -> tracks.askFor(RuleCode.THREE_PARTIES, request))
                .flatMap(request -> missing(meeting, request, context))
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

    private Stream<String> missing(Appointment meeting, ServiceRequest request, RuleContext context) {
        List<Reference> actors = meeting.getParticipant().stream()
                .filter(participant -> participant.getStatus() != ParticipationStatus.DECLINED)
                .map(AppointmentParticipantComponent::getActor)
                .toList();
        Optional<String> healthCentre = directory
                .unitOf(request.getRequester())
                .filter(unit -> directory
                        .careLevel(unit)
                        .filter(CareLevel.PRIMARY_CARE::equals)
                        .isPresent())
                .map(ThreeParties::id);
        Optional<String> clinic = request.getPerformer().stream()
                .flatMap(receiver -> directory.organization(receiver).stream())
                .map(ThreeParties::id)
                .findFirst();
        return Stream.of(
                        party("The patient of the request", actors.stream().anyMatch(isPatientOf(request))),
                        party(
                                "A physician at the requesting health centre",
                                actors.stream()
                                        .anyMatch(actor -> isStaffOf(healthCentre, actor, context)
                                                || isPlaceOf(healthCentre, actor, context))),
                        party(
                                "A specialist of the receiving clinic",
                                actors.stream()
                                        .anyMatch(actor -> isStaffOf(clinic, actor, context)
                                                || isServiceOf(clinic, actor, context))))
                .flatMap(Optional::stream);
    }

    private static Optional<String> party(String name, boolean takesPart) {
        return takesPart ? Optional.empty() : Optional.of(name);
    }

    private static Predicate<Reference> isPatientOf(ServiceRequest request) {
        String patient = request.getSubject()
                .getReferenceElement()
                .toUnqualifiedVersionless()
                .getValue();
        return actor -> actor.hasReference()
                && actor.getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue()
                        .equals(patient);
    }

    private static boolean isStaffOf(Optional<String> unit, Reference actor, RuleContext context) {
        return unit.isPresent()
                && context.resolve(actor, PractitionerRole.class)
                        .map(PractitionerRole::getOrganization)
                        .filter(organization -> isTo(organization, unit.get()))
                        .isPresent();
    }

    private static boolean isPlaceOf(Optional<String> unit, Reference actor, RuleContext context) {
        return unit.isPresent()
                && context.resolve(actor, Location.class)
                        .map(Location::getManagingOrganization)
                        .filter(organization -> isTo(organization, unit.get()))
                        .isPresent();
    }

    private static boolean isServiceOf(Optional<String> unit, Reference actor, RuleContext context) {
        return unit.isPresent()
                && context.resolve(actor, HealthcareService.class)
                        .map(HealthcareService::getProvidedBy)
                        .filter(provider -> isTo(provider, unit.get()))
                        .isPresent();
    }

    private static boolean isTo(Reference organization, String id) {
        return organization.hasReference()
                && id.equals(organization.getReferenceElement().getIdPart());
    }

    private static String id(Organization unit) {
        return unit.getIdElement().getIdPart();
    }
}
