package se.samspar.track;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.springframework.stereotype.Component;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.store.AccessLabels;
import se.samspar.store.ResourceStore;

/**
 * Requests that come from another: the referral that follows when a consultation shows that the patient needs a visit
 * (DSK-9), and the request on another track into which one is converted. Requester, question and what was found before
 * are those of the request it comes from, so that whoever receives it need not see that one.
 */
@Component
class Successors {

    /** Written by the server or about the receiver, the time or the track of the former request only. */
    private static final Set<String> LEFT_BEHIND = Set.of(
            Extensions.WORK_UP,
            Extensions.REQUEST_VERSION,
            Extensions.INTERMEDIARY,
            Extensions.CONVERTED_TO,
            Extensions.DESIRED_RECIPIENT,
            Extensions.NAMED_CONFERENCE,
            Extensions.RULE_JUSTIFICATION);

    private final ResourceStore store;
    private final InboxTasks tasks;
    private final TrackCatalogue catalogue;

    Successors(ResourceStore store, InboxTasks tasks, TrackCatalogue catalogue) {
        this.store = store;
        this.tasks = tasks;
        this.catalogue = catalogue;
    }

    /**
     * Sends the request that comes from that of a step.
     *
     * @param receiver to whom it goes
     * @param findings what the receiver of the former request adds to the work-up
     * @param link sets how the two hang together
     */
    ServiceRequest create(
            Step step, Track track, Receiver receiver, Stream<String> findings, Consumer<ServiceRequest> link) {
        ServiceRequest former = step.request();
        ServiceRequest successor = new ServiceRequest();
        successor.setStatus(ServiceRequestStatus.ACTIVE);
        successor.setIntent(ServiceRequestIntent.ORDER);
        successor.addCategory(track.toConcept());
        successor.setSubject(step.task().getFor().copy());
        successor.setRequester(former.getRequester().copy());
        priority(track, former).ifPresent(successor::setPriority);
        former.getReasonCode().forEach(question -> successor.addReasonCode(question.copy()));
        former.getNote().forEach(note -> successor.addNote(note.copy()));
        former.getBodySite().forEach(site -> successor.addBodySite(site.copy()));
        successor.setPatientInstruction(former.getPatientInstruction());
        receiver.receive(successor, former.getPerformerType());
        former.getExtension().stream()
                .filter(extension -> !LEFT_BEHIND.contains(extension.getUrl()))
                .forEach(extension -> successor.addExtension(extension.copy()));
        WorkUp.add(successor, Stream.concat(WorkUp.of(former).stream(), findings));
        former.getSupportingInfo().stream()
                .filter(this::isSeenByCaller)
                .forEach(background -> successor.addSupportingInfo(background.copy()));
        link.accept(successor);
        store.create(successor);
        tasks.open(successor);
        return successor;
    }

    /** The one nearest to that of the former request among those that the track allows; of two the more urgent. */
    private Optional<ServiceRequestPriority> priority(Track track, ServiceRequest former) {
        int wanted = Optional.ofNullable(former.getPriority())
                .orElse(ServiceRequestPriority.ROUTINE)
                .ordinal();
        return catalogue.find(track.code()).map(TrackDefinition::priorities).orElse(Set.of()).stream()
                .map(ServiceRequestPriority::fromCode)
                .max(Comparator.<ServiceRequestPriority>comparingInt(priority -> -Math.abs(priority.ordinal() - wanted))
                        .thenComparing(Comparator.naturalOrder())); // routine, urgent, asap, stat
    }

    private boolean isSeenByCaller(Reference background) {
        return store.find(background, Resource.class)
                .filter(resource ->
                        AccessLabels.covers(resource, store.actor().unit().orElse("")))
                .isPresent();
    }
}
