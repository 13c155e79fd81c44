package se.samspar.track;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.fhir.generated.Extensions;

/** What has been investigated and treated before a request, in words. */
final class WorkUp {

    private WorkUp() {}

    static Optional<String> of(ServiceRequest request) {
        return Optional.ofNullable(request.getExtensionByUrl(Extensions.WORK_UP))
                .map(Extension::getValue)
                .filter(MarkdownType.class::isInstance)
                .map(value -> ((MarkdownType) value).getValue());
    }

    /** Adds paragraphs to what is there. */
    static void add(ServiceRequest request, Stream<String> paragraphs) {
        String all = Stream.concat(of(request).stream(), paragraphs)
                .filter(paragraph -> !paragraph.isBlank())
                .collect(Collectors.joining("\n\n"));
        request.getExtension().removeIf(extension -> Extensions.WORK_UP.equals(extension.getUrl()));
        if (!all.isEmpty()) {
            request.addExtension(new Extension(Extensions.WORK_UP, new MarkdownType(all)));
        }
    }
}
