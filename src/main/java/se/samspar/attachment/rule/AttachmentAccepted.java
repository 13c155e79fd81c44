package se.samspar.attachment.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DocumentReference;
import org.springframework.util.unit.DataSize;
import se.samspar.attachment.file.FileType;
import se.samspar.attachment.file.SentFiles;
import se.samspar.attachment.file.StoredFiles;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Whoever opens a file gets what its type promises, and the file that was sent stays the file. */
@RuleInfo(
        code = "attachment-accepted",
        severity = Severity.BLOCK,
        requirement = "OVP-15",
        remedy = "Send pdf, jpeg, png, gif, bmp, html or txt of at most 10 MB in all, with the right contentType.",
        when = Moment.ON_WRITE)
final class AttachmentAccepted implements Rule<DocumentReference> {

    /** What every receiver can take in one message. */
    private static final DataSize MAX = DataSize.ofMegabytes(10);

    private static final String AT = "DocumentReference.content.attachment";

    @Override
    public Stream<Finding> check(DocumentReference document, RuleContext context) {
        Optional<DocumentReference> previous = context.previous(document);
        if (previous.isPresent()) {
            return Base.compareDeep(previous.get().getContent(), document.getContent(), false)
                    ? Stream.empty()
                    : finding(".url", "A file is never replaced: send a new DocumentReference (relatesTo).");
        }
        String own = "Binary/" + document.getIdElement().getIdPart();
        return document.getContent().stream()
                .map(DocumentReference.DocumentReferenceContentComponent::getAttachment)
                .filter(attachment -> !own.equals(attachment.getUrl())) // written again in the same transaction
                .flatMap(AttachmentAccepted::judge);
    }

    private static Stream<Finding> judge(Attachment attachment) {
        byte[] content = attachment.getData();
        if (content == null || content.length == 0 || attachment.hasUrl()) {
            return finding(".data", "The file is sent inline in data; url is set by the server.");
        }
        return Stream.concat(size(content), type(attachment, content));
    }

    /** This file and those that were sent along before it. */
    private static Stream<Finding> size(byte[] content) {
        return SentFiles.total() + content.length > MAX.toBytes()
                ? finding(".data", "The files are larger than " + MAX.toMegabytes() + " MB together.")
                : Stream.empty();
    }

    private static Stream<Finding> type(Attachment attachment, byte[] content) {
        Optional<FileType> type = FileType.of(attachment.getContentType());
        if (type.isEmpty()) {
            return finding(".contentType", "Files of this type are not accepted.");
        }
        if (!type.get().isTypeOf(content)) {
            return finding(
                    ".contentType",
                    "The content is of another type than contentType says, or its text of another charset.");
        }
        boolean whole = (!attachment.hasSize() || attachment.getSize() == content.length)
                && (!attachment.hasHash() || Arrays.equals(attachment.getHash(), StoredFiles.digest("SHA-1", content)));
        return whole ? Stream.empty() : finding(".hash", "The file is not the one that size or hash were taken of.");
    }

    private static Stream<Finding> finding(String element, String text) {
        return Stream.of(Finding.at(AT + element, text));
    }
}
