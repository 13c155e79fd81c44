package se.samspar.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;

/** Files of every sort, and requests that take them along. */
final class TestFiles {

    static final int MEGABYTE = 1024 * 1024;

    private TestFiles() {}

    /** A file of this type that no other test has. */
    static byte[] of(String contentType) {
        return switch (contentType) {
            case "application/pdf" -> text("%PDF-1.4\n% " + UUID.randomUUID() + "\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
            case "text/html" -> text("<!DOCTYPE html><html><body>Röntgen " + UUID.randomUUID() + "</body></html>");
            case "text/plain" -> text("Slätröntgen visar måttlig artros. " + UUID.randomUUID());
            default -> image(contentType.substring("image/".length()));
        };
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A PDF of exactly this size. */
    static byte[] pdf(int size) {
        return Arrays.copyOf(of("application/pdf"), size);
    }

    private static byte[] image(String format) {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        UUID content = UUID.randomUUID();
        image.setRGB(0, 0, (int) content.getMostSignificantBits());
        image.setRGB(1, 1, (int) content.getLeastSignificantBits());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static DocumentReference document(String contentType, byte[] content) {
        DocumentReference document = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        document.addContent().getAttachment().setContentType(contentType).setData(content);
        return document;
    }

    /** Dalby sends orthopaedics a request about a new patient, with these documents. */
    static HttpAnswer submit(SamsparApi api, DocumentReference... documents) {
        return submit(api, DemoRequests.consultation(), documents);
    }

    static HttpAnswer submit(SamsparApi api, ServiceRequest request, DocumentReference... documents) {
        Parameters parameters = DemoRequests.submit(request, TestPatients.next());
        for (DocumentReference document : documents) {
            parameters.addParameter().setName("attachment").setResource(document);
        }
        return api.as("vc-dalby").post("ServiceRequest/$submit", parameters);
    }

    /** The id that the request's nth document and its Binary have. */
    static String id(ServiceRequest request, int index) {
        return request.getSupportingInfo().get(index).getReferenceElement().getIdPart();
    }
}
