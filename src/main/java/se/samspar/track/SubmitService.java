package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.attachment.Attachments;
import se.samspar.directory.Directory;
import se.samspar.patient.Patients;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** A unit sends a request to another. */
@Component
class SubmitService {

    private final ResourceStore store;
    private final Directory directory;
    private final Patients patients;
    private final InboxTasks tasks;
    private final Attachments attachments;

    SubmitService(
            ResourceStore store, Directory directory, Patients patients, InboxTasks tasks, Attachments attachments) {
        this.store = store;
        this.directory = directory;
        this.patients = patients;
        this.tasks = tasks;
        this.attachments = attachments;
    }

    /** The request, its work item, and the patient as it was sent. */
    List<Resource> submit(
            ServiceRequest sent,
            Optional<Patient> sentPatient,
            List<DocumentReference> sentFiles,
            List<Justification> justifications) {
        requireOwn(sent.getRequester());
        ServiceRequest request = sent.copy(); // the transaction may run again
        request.setId((String) null);
        if (!request.hasStatus() || request.getStatus() == ServiceRequestStatus.DRAFT) {
            request.setStatus(ServiceRequestStatus.ACTIVE);
        }
        Patient patient = sentPatient
                .map(identified -> identify(request, identified))
                .orElseGet(() -> patients.known("request.subject", request.getSubject()));
        request.getSubject().setReferenceElement(patient.getIdElement().toUnqualifiedVersionless());
        justifications.forEach(justification -> justification.attachTo(request));
        List<DocumentReference> files = attachments.store(sentFiles, request.getSubject());
        files.forEach(file -> request.addSupportingInfo(Attachments.reference(file)));
        store.create(request);
        attachments.belongTo(files, InboxTasks.reference(request));
        Optional<Task> task = tasks.open(request);
        return Stream.of(Optional.of(request), task, Optional.of(patient))
                .flatMap(Optional::stream)
                .map(Resource.class::cast)
                .toList();
    }

    private void requireOwn(Reference requester) {
        Optional<Organization> unit = directory.unitOf(requester);
        if (unit.isPresent() && !store.actor().actsFor(InboxTasks.reference(unit.get()))) {
            throw new ForbiddenOperationException("A unit submits requests of its own only: request.requester has to be"
                    + " the unit of the token, or a role at it.");
        }
    }

    private Patient identify(ServiceRequest request, Patient sent) {
        Patient found = patients.identify(sent, unitsOf(request));
        String named = request.getSubject().getReferenceElement().getIdPart();
        boolean namesAnother =
                "Patient".equals(request.getSubject().getReferenceElement().getResourceType())
                        && !found.getIdElement().getIdPart().equals(named);
        if (namesAnother) {
            throw new UnprocessableEntityException(
                    "request.subject and patient are different people: leave one of them out.");
        }
        return found;
    }

    /** They will see the patient, since they will see the request. */
    private static List<Reference> unitsOf(ServiceRequest request) {
        return Stream.concat(Stream.of(request.getRequester()), request.getPerformer().stream())
                .toList();
    }
}
