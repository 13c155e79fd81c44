package se.samspar.attachment;

import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessLabels;
import se.samspar.store.Consequence;

/** Whoever a request is forwarded to sees all its attachments, those too that name it without being named by it. */
@Component
class ForwardedAttachments implements Consequence<ServiceRequest> {

    private final AccessLabels labels;

    ForwardedAttachments(AccessLabels labels) {
        this.labels = labels;
    }

    @Override
    public void follow(ServiceRequest request, RuleContext context) {
        Reference receiver = request.getPerformerFirstRep();
        if (context.previous(request)
                .filter(before -> !before.getPerformerFirstRep().equalsDeep(receiver))
                .isPresent()) {
            context.search(
                            DocumentReference.class,
                            "related=ServiceRequest/" + request.getIdElement().getIdPart())
                    .forEach(document -> labels.open(document, request.getPerformer().stream(), context));
        }
    }
}
