package se.samspar.store;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Says what would happen if a client wrote a resource, by writing it through the gate and rolling back: the same rules,
 * the same findings, nothing kept.
 */
@Component
public class Rehearsal {

    private final ResourceStore store;

    Rehearsal(ResourceStore store) {
        this.store = store;
    }

    public OperationOutcome create(RequestDetails request, Resource resource) {
        resource.setId((String) null);
        return rehearse(request, () -> store.create(resource));
    }

    /**
     * @param id the instance that would be replaced; when null, the one the resource names
     */
    public OperationOutcome update(RequestDetails request, IdType id, Resource resource) {
        String target = id == null ? resource.getIdElement().getIdPart() : id.getIdPart();
        if (target == null) {
            throw new InvalidRequestException("mode=update needs the id of the instance, in the URL or the resource.");
        }
        return rehearse(request, () -> {
            // Whether the caller may see and write it is the gate's question, as in a real update.
            store.find(new Reference(resource.fhirType() + "/" + target), Resource.class)
                    .orElseThrow(() -> new ResourceNotFoundException(target));
            resource.setId(target);
            store.update(resource);
        });
    }

    private OperationOutcome rehearse(RequestDetails request, Runnable write) {
        try {
            store.rehearse(request, write);
            throw new IllegalStateException("A rehearsal was committed");
        } catch (Refused refused) {
            return (OperationOutcome) refused.getOperationOutcome();
        } catch (Rehearsed passed) {
            return passed.outcome();
        }
    }

    /** Thrown when everything passed, so that the transaction is rolled back. */
    static final class Rehearsed extends BaseServerResponseException {

        private static final int OK = 200;

        private final transient OperationOutcome outcome;

        Rehearsed(List<Judgement> warnings) {
            super(OK, "Rehearsed");
            outcome = Outcomes.of(warnings);
            if (warnings.isEmpty()) {
                outcome.addIssue()
                        .setSeverity(IssueSeverity.INFORMATION)
                        .setCode(IssueType.INFORMATIONAL)
                        .setDiagnostics("No issues detected: profile and rules hold.");
            }
        }

        OperationOutcome outcome() {
            return outcome;
        }
    }
}
