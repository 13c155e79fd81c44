package se.samspar.attachment.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DocumentReference;
import org.springframework.util.unit.DataSize;
import se.samspar.attachment.file.SentFiles;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** What a message may carry, so that every receiver can take it. */
@RuleInfo(
        code = "attachment-accepted",
        severity = Severity.BLOCK,
        requirement = "OVP-15",
        remedy = "Send pdf, jpeg, png, gif, bmp, html or txt of at most 10 MB in all, with the right contentType.")
final class AttachmentsNotTooLarge implements Rule<DocumentReference> {

    private static final DataSize MAX = DataSize.ofMegabytes(10);

    @Override
    public Stream<Finding> check(DocumentReference document, RuleContext context) {
        return context.previous(document).isEmpty() && SentFiles.total() > MAX.toBytes()
                ? Stream.of(Finding.at(
                        "DocumentReference.content.attachment.data",
                        "The files are larger than " + MAX.toMegabytes() + " MB together."))
                : Stream.empty();
    }
}
