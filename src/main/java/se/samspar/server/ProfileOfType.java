package se.samspar.server;

import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.generated.Profiles;
import se.samspar.fhir.generated.Track;

/** Which of our profiles a resource is validated against, whether or not it names it. */
final class ProfileOfType {

    private ProfileOfType() {}

    static Optional<String> of(Resource resource) {
        return Optional.ofNullable(profile(resource));
    }

    private static String profile(Resource resource) {
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
            return isDigitalConsultation(request)
                    ? Profiles.DIGITAL_CONSULTATION_REQUEST
                    : Profiles.CONSULTATION_REQUEST;
        } else if (resource instanceof Task) {
            return Profiles.INBOX_TASK;
        } else if (resource instanceof Communication) {
            return Profiles.CONSULTATION_ANSWER;
        } else if (resource instanceof Encounter encounter) {
            return "VR".equals(encounter.getClass_().getCode())
                    ? Profiles.CONSULTATION_CONTACT
                    : Profiles.PRIMARY_CARE_VISIT;
        } else if (resource instanceof Appointment) {
            return Profiles.VIDEO_MEETING;
        } else if (resource instanceof EpisodeOfCare) {
            return Profiles.CARE_COMMITMENT;
        }
        return null;
    }

    private static boolean isDigitalConsultation(ServiceRequest request) {
        return request.getCategory().stream()
                .anyMatch(category -> category.hasCoding(Track.SYSTEM, Track.DIGITAL_SPECIALISTKONSULTATION.code()));
    }
}
