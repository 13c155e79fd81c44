package se.samspar.track;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.store.AccessLabels;
import se.samspar.store.ResourceStore;

/**
 * The referral that follows when a consultation shows that the patient needs a visit (DSK-9). Its requester is that of
 * the consultation, its question and what was found before are those of the consultation, and the specialist's answer
 * is part of its work-up, so that whoever receives it need not see the consultation.
 */
@Component
class FollowOnReferrals {

    private static final Set<String> CARRIED_OVER =
            Set.of(Extensions.CARE_RESPONSIBILITY_REMAINS, Extensions.INTERPRETER_NEED, Extensions.AWARENESS_TEXT);

    private final ResourceStore store;
    private final Directory directory;
    private final InboxTasks tasks;
    private final TrackCatalogue catalogue;

    FollowOnReferrals(ResourceStore store, Directory directory, InboxTasks tasks, TrackCatalogue catalogue) {
        this.store = store;
        this.directory = directory;
        this.tasks = tasks;
        this.catalogue = catalogue;
    }

    ServiceRequest create(Step step, Answer answer, Track track) {
        ServiceRequest consultation = step.request();
        ServiceRequest referral = new ServiceRequest();
        referral.setStatus(ServiceRequestStatus.ACTIVE);
        referral.setIntent(ServiceRequestIntent.ORDER);
        referral.addCategory(track.toConcept());
        referral.addBasedOn(step.task().getFocus().copy());
        referral.setSubject(step.task().getFor().copy());
        referral.setRequester(consultation.getRequester().copy());
        priority(track, consultation).ifPresent(referral::setPriority);
        consultation.getReasonCode().forEach(question -> referral.addReasonCode(question.copy()));
        receive(
                referral,
                track,
                consultation,
                answer.receiver().orElse(step.task().getOwner()));
        consultation.getExtension().stream()
                .filter(extension -> CARRIED_OVER.contains(extension.getUrl()))
                .forEach(extension -> referral.addExtension(extension.copy()));
        WorkUp.add(
                referral,
                Stream.of(WorkUp.of(consultation), answer.text(), answer.nextStep())
                        .flatMap(Optional::stream));
        consultation.getSupportingInfo().stream()
                .filter(this::isSeenByAnsweringUnit)
                .forEach(background -> referral.addSupportingInfo(background.copy()));
        store.create(referral);
        tasks.open(referral);
        return referral;
    }

    /** That of the consultation where the track allows it, otherwise the first that it allows. */
    private Optional<ServiceRequestPriority> priority(Track track, ServiceRequest consultation) {
        Set<String> allowed =
                catalogue.find(track.code()).map(TrackDefinition::priorities).orElse(Set.of());
        return Optional.ofNullable(consultation.getPriority())
                .filter(priority -> allowed.contains(priority.toCode()))
                .or(() -> allowed.stream().map(ServiceRequestPriority::fromCode).findFirst());
    }

    private void receive(ServiceRequest referral, Track track, ServiceRequest consultation, Reference receiver) {
        Optional<String> unit = directory.organization(receiver).map(found -> found.getIdElement()
                .getIdPart());
        referral.addPerformer(
                unit.map(id -> new Reference("Organization/" + id)).orElseGet(receiver::copy));
        referral.setPerformerType(unit.flatMap(id -> specialty(id, track.code(), consultation))
                .orElse(consultation.getPerformerType())
                .copy());
    }

    /** The specialty of the consultation where the receiver takes referrals in it, otherwise the receiver's own. */
    private Optional<CodeableConcept> specialty(String unit, String track, ServiceRequest consultation) {
        return directory
                .trackService(unit, track, InboxTasks.specialties(consultation))
                .map(same -> consultation.getPerformerType())
                .or(() -> directory.trackServices(unit, track).stream()
                        .flatMap(service -> service.getSpecialty().stream())
                        .findFirst());
    }

    private boolean isSeenByAnsweringUnit(Reference background) {
        return store.find(background, Resource.class)
                .filter(resource ->
                        AccessLabels.covers(resource, store.actor().unit().orElse("")))
                .isPresent();
    }
}
