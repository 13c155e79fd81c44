package se.samspar.attachment;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Parties;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Requester and receiver of its request see an attachment, and the unit that attached it. */
@Component
class AttachmentParticipation implements Participation<DocumentReference> {

    @Override
    public Stream<Reference> units(DocumentReference document, RuleContext context) {
        return Stream.concat(
                Stream.of(document.getCustodian()),
                document.getContext().getRelated().stream()
                        .flatMap(related -> context.resolve(related, ServiceRequest.class).stream())
                        .flatMap(Parties::of));
    }

    @Override
    public Stream<Reference> patients(DocumentReference document) {
        return Stream.of(document.getSubject());
    }
}
