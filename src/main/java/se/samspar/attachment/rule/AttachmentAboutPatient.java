package se.samspar.attachment.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A document filed with the request of another patient would mislead those who treat either. */
@RuleInfo(
        code = "attachment-about-patient",
        severity = Severity.BLOCK,
        requirement = "OVP-15",
        remedy = "Check that it is the right document; attach it to a request about the same patient.")
final class AttachmentAboutPatient implements Rule<DocumentReference> {

    @Override
    public Stream<Finding> check(DocumentReference document, RuleContext context) {
        return document.getContext().getRelated().stream()
                .flatMap(related -> context.resolve(related, Resource.class).stream())
                .flatMap(related -> subject(related).stream())
                .filter(subject -> !literal(subject).equals(literal(document.getSubject())))
                .map(subject -> document.getSubject().hasReference()
                        ? Finding.at("DocumentReference.context.related", "The request is about another patient.")
                        : Finding.at("DocumentReference.subject", "Name the patient of the request by reference."));
    }

    private static Optional<Reference> subject(Resource related) {
        if (related instanceof ServiceRequest request) {
            return Optional.of(request.getSubject());
        } else if (related instanceof Communication communication) {
            return Optional.of(communication.getSubject());
        }
        return related instanceof CarePlan plan ? Optional.of(plan.getSubject()) : Optional.empty();
    }

    private static String literal(Reference patient) {
        return String.valueOf(
                patient.getReferenceElement().toUnqualifiedVersionless().getValue());
    }
}
