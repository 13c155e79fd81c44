package se.samspar.attachment;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Same;
import se.samspar.store.ResourceStore;

/** Files that an operation takes along, in its parameter {@code attachment}. */
@Component
public class Attachments {

    private final ResourceStore store;

    Attachments(ResourceStore store) {
        this.store = store;
    }

    /**
     * Stores what was sent.
     *
     * @param patient whom the files are about
     * @param related what they belong to, as far as it is stored already
     * @throws UnprocessableEntityException when one of them is about someone else
     */
    public List<DocumentReference> store(List<DocumentReference> sent, Reference patient, Reference... related) {
        return sent.stream()
                .map(attachment -> {
                    DocumentReference document = attachment.copy(); // the transaction may run again
                    requireAbout(patient, document.getSubject());
                    document.setId((String) null);
                    document.setSubject(patient.copy());
                    document.setCustodian(store.actor()
                            .unit()
                            .map(unit -> new Reference("Organization/" + unit))
                            .orElse(null));
                    document.getContext().setRelated(null);
                    return store.create(relate(document, related));
                })
                .toList();
    }

    /** Says what files belong to that were stored before it. */
    public void belongTo(List<DocumentReference> documents, Reference related) {
        documents.forEach(document -> store.update(relate(document, related)));
    }

    public static Reference reference(DocumentReference document) {
        return new Reference(document.getIdElement().toUnqualifiedVersionless());
    }

    private static DocumentReference relate(DocumentReference document, Reference... related) {
        for (Reference reference : related) {
            document.getContext().addRelated(reference.copy());
        }
        return document;
    }

    private void requireAbout(Reference patient, Reference subject) {
        boolean same = subject.hasReference()
                ? subject.getReferenceElement()
                        .toUnqualifiedVersionless()
                        .equals(patient.getReferenceElement().toUnqualifiedVersionless())
                : !subject.hasIdentifier() || isIdentifiedBy(subject.getIdentifier(), patient);
        if (!same) {
            throw new UnprocessableEntityException("attachment.subject is not the patient of the request: leave it out"
                    + " if the file is about the same patient.");
        }
    }

    private boolean isIdentifiedBy(Identifier identifier, Reference patient) {
        return store.find(patient, Patient.class).stream()
                .flatMap(found -> found.getIdentifier().stream())
                .anyMatch(known -> Same.isSame(known, identifier));
    }
}
