package se.samspar.server;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.generated.Profiles;
import se.samspar.fhir.generated.Track;

/** Which of our profiles a resource is validated against, whether or not it names it. */
@Component
class ProfileOfType {

    private final List<ActivityDefinition> tracks;

    ProfileOfType(FhirPackage fhirPackage) {
        tracks = fhirPackage.own().stream()
                .filter(ActivityDefinition.class::isInstance)
                .map(ActivityDefinition.class::cast)
                .toList();
    }

    Optional<String> of(Resource resource) {
        return Optional.ofNullable(profile(resource));
    }

    private String profile(Resource resource) {
        if (resource instanceof Patient) {
            return Profiles.PATIENT;
        } else if (resource instanceof Organization organization) {
            return organization.hasPartOf() ? Profiles.CARE_UNIT : Profiles.CARE_PROVIDER;
        } else if (resource instanceof HealthcareService) {
            return Profiles.TRACK_SERVICE;
        } else if (resource instanceof Practitioner) {
            return Profiles.PRACTITIONER;
        } else if (resource instanceof PractitionerRole) {
            return Profiles.PRACTITIONER_ROLE;
        } else if (resource instanceof ServiceRequest request) {
            return ofTrack(request).orElse(Profiles.CONSULTATION_REQUEST);
        } else if (resource instanceof Task) {
            return Profiles.INBOX_TASK;
        } else if (resource instanceof Communication) {
            return Profiles.CONSULTATION_ANSWER;
        } else if (resource instanceof Encounter encounter) {
            return "VR".equals(encounter.getClass_().getCode())
                    ? Profiles.CONSULTATION_CONTACT
                    : Profiles.PRIMARY_CARE_VISIT;
        } else if (resource instanceof Appointment appointment) {
            return Appointments.isConference(appointment) ? Profiles.CONFERENCE : Profiles.VIDEO_MEETING;
        } else if (resource instanceof Schedule) {
            return Profiles.SERVICE_SCHEDULE;
        } else if (resource instanceof Slot) {
            return Profiles.SERVICE_SLOT;
        } else if (resource instanceof EpisodeOfCare) {
            return Profiles.CARE_COMMITMENT;
        } else if (resource instanceof DocumentReference) {
            return Profiles.ATTACHMENT;
        }
        return null;
    }

    /** The definition of a track names the profile of its requests. */
    private Optional<String> ofTrack(ServiceRequest request) {
        return request.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .filter(coding -> Track.SYSTEM.equals(coding.getSystem()))
                .flatMap(coding -> tracks.stream()
                        .filter(track -> track.getCode().hasCoding(coding.getSystem(), coding.getCode())))
                .map(ActivityDefinition::getProfile)
                .findFirst();
    }
}
