package se.samspar.attachment;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Parties;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** The unit that attached it takes part in an attachment; requester and receiver of its request read it. */
@Component
class AttachmentParticipation implements Participation<DocumentReference> {

    @Override
    public Stream<Reference> units(DocumentReference document, RuleContext context) {
        return Stream.of(document.getCustodian());
    }

    @Override
    public Stream<Reference> guests(DocumentReference document, RuleContext context) {
        return document.getContext().getRelated().stream()
                .flatMap(related -> context.resolve(related, ServiceRequest.class).stream())
                .flatMap(Parties::of);
    }

    @Override
    public Stream<Reference> documentedBy(DocumentReference document, RuleContext context) {
        return Stream.of(document.getCustodian());
    }

    /** It went with the request that it is attached to. */
    @Override
    public Stream<Reference> sentTo(DocumentReference document, RuleContext context) {
        return guests(document, context);
    }

    @Override
    public Stream<Reference> writers(DocumentReference document, RuleContext context) {
        return units(document, context);
    }

    @Override
    public Stream<Reference> patients(DocumentReference document) {
        return Stream.of(document.getSubject());
    }
}
