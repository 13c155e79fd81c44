package se.samspar.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.ConsentCategory;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessageType;
import se.samspar.fhir.generated.Profiles;
import se.samspar.fhir.generated.Track;

/** Which of our profiles a resource is validated against, whether or not it names it. */
@Component
class ProfileOfType {

    /** Of types with one profile whatever the resource says. */
    private static final Map<Class<? extends Resource>, String> ONLY = Map.ofEntries(
            Map.entry(Patient.class, Profiles.PATIENT),
            Map.entry(HealthcareService.class, Profiles.TRACK_SERVICE),
            Map.entry(Practitioner.class, Profiles.PRACTITIONER),
            Map.entry(PractitionerRole.class, Profiles.PRACTITIONER_ROLE),
            Map.entry(Task.class, Profiles.INBOX_TASK),
            Map.entry(CareTeam.class, Profiles.CASE_TEAM),
            Map.entry(Schedule.class, Profiles.SERVICE_SCHEDULE),
            Map.entry(Slot.class, Profiles.SERVICE_SLOT),
            Map.entry(EpisodeOfCare.class, Profiles.CARE_COMMITMENT),
            Map.entry(DocumentReference.class, Profiles.ATTACHMENT),
            Map.entry(AdverseEvent.class, Profiles.DEVIATION),
            Map.entry(Observation.class, Profiles.MONITORED_OBSERVATION),
            Map.entry(PlanDefinition.class, Profiles.PATHWAY),
            Map.entry(QuestionnaireResponse.class, Profiles.EXPERIENCE_RESPONSE),
            Map.entry(Measure.class, Profiles.INDICATOR),
            Map.entry(Subscription.class, Profiles.TOPIC_SUBSCRIPTION));

    private static final Map<MessageType, String> MESSAGES = Map.of(
            MessageType.VARDBEGARAN, Profiles.VARDBEGARAN_MESSAGE,
            MessageType.MVO, Profiles.MVO_MESSAGE,
            MessageType.ADMINISTRATIVT, Profiles.ADMINISTRATIVE_MESSAGE,
            MessageType.PLANERING, Profiles.PLANNING_MESSAGE,
            MessageType.INSKRIVNING, Profiles.ADMISSION_MESSAGE);

    private static final Map<CarePlanType, String> PLANS = Map.of(
            CarePlanType.SHARED_PLANNING, Profiles.SHARED_PLANNING,
            CarePlanType.COORDINATED_PLAN, Profiles.COORDINATED_PLAN,
            CarePlanType.PATHWAY_PLAN, Profiles.PATHWAY_PLAN);

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
        if (resource instanceof Organization organization) {
            return ofOrganization(organization);
        } else if (resource instanceof ServiceRequest request) {
            return ofTrack(request).orElse(Profiles.CONSULTATION_REQUEST);
        } else if (resource instanceof Communication communication) {
            return ofCommunication(communication);
        } else if (resource instanceof CarePlan plan) {
            return ofPlan(plan);
        } else if (resource instanceof Encounter encounter) {
            return "VR".equals(encounter.getClass_().getCode())
                    ? Profiles.CONSULTATION_CONTACT
                    : Profiles.PRIMARY_CARE_VISIT;
        } else if (resource instanceof Appointment appointment) {
            return ofAppointment(appointment);
        } else if (resource instanceof Consent consent) {
            return consent.getCategory().stream().anyMatch(ConsentCategory.CARE_BLOCK::isIn)
                    ? Profiles.CARE_BLOCK
                    : Profiles.CARE_CONSENT;
        }
        return ONLY.get(resource.getClass());
    }

    private static String ofOrganization(Organization organization) {
        boolean outside = organization.getExtensionsByUrl(Extensions.CARE_LEVEL).stream()
                .anyMatch(level -> level.getValue() instanceof Coding coding && CareLevel.OTHER_PARTY.matches(coding));
        if (outside) {
            return Profiles.OTHER_PARTY;
        }
        return organization.hasPartOf() ? Profiles.CARE_UNIT : Profiles.CARE_PROVIDER;
    }

    /** An answer to a request unless it says that it is a message of a case, by its type or by the case. */
    private static String ofCommunication(Communication communication) {
        return MESSAGES.entrySet().stream()
                .filter(message -> communication.getCategory().stream().anyMatch(message.getKey()::isIn))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Profiles.CONSULTATION_ANSWER);
    }

    /** A plan that does not say what it is has to be a case, which its profile refuses. */
    private static String ofPlan(CarePlan plan) {
        return PLANS.entrySet().stream()
                .filter(kind -> CarePlans.is(plan, kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Profiles.OUTPATIENT_CASE);
    }

    private static String ofAppointment(Appointment appointment) {
        if (Appointments.isOfCase(appointment)) {
            return Profiles.CASE_MEETING;
        }
        return Appointments.isConference(appointment) ? Profiles.CONFERENCE : Profiles.VIDEO_MEETING;
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
