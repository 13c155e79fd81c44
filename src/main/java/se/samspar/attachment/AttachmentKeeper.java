package se.samspar.attachment;

import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContentComponent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.attachment.file.FileType;
import se.samspar.attachment.file.SentFiles;
import se.samspar.attachment.file.StoredFiles;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;

/** Takes the file out of a new DocumentReference, before it is validated and stored, and says who attached it when. */
@Component
class AttachmentKeeper implements Preparation<DocumentReference> {

    private final StoredFiles files;

    AttachmentKeeper(StoredFiles files) {
        this.files = files;
    }

    @Override
    public void prepare(DocumentReference document, RuleContext context) {
        Optional<DocumentReference> previous = context.previous(document);
        document.setDate(previous.map(DocumentReference::getDate).orElse(Date.from(context.now())));
        if (previous.isEmpty()) {
            if (!document.hasCustodian()) {
                context.actor().unit().ifPresent(unit -> document.setCustodian(new Reference("Organization/" + unit)));
            }
            boolean single = document.getContent().size() == 1; // the profile refuses more
            for (DocumentReferenceContentComponent content : document.getContent()) {
                if (single) {
                    keep(document.getIdElement().getIdPart(), content.getAttachment());
                }
                content.getAttachment().setData(null);
            }
        }
    }

    private void keep(String id, Attachment attachment) {
        byte[] content = attachment.getData();
        if (content != null && content.length > 0) {
            FileType.of(attachment.getContentType()).ifPresent(type -> files.keep(id, type, content));
            SentFiles.add(content.length);
            attachment.setUrl("Binary/" + id);
            attachment.setSize(content.length);
            attachment.setHash(StoredFiles.digest("SHA-1", content)); // the one that FHIR prescribes here
        }
    }
}
