package se.samspar.attachment;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Initialize;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.attachment.file.StoredFile;
import se.samspar.attachment.file.StoredFiles;
import se.samspar.fhir.OperationProvider;
import se.samspar.store.Operations;
import se.samspar.store.ResourceStore;

/**
 * Reads files: as they are, or as a resource where a FHIR format is asked for by name. Whoever sees the
 * DocumentReference sees its file. What was sent by others is never run: browsers download it, and open it in a sandbox.
 */
@Component
@Interceptor
public class BinaryProvider implements OperationProvider, IResourceProvider {

    private static final String FILE = StoredFile.class.getName();

    private final Operations operations;
    private final ResourceStore store;
    private final StoredFiles files;

    BinaryProvider(Operations operations, ResourceStore store, StoredFiles files) {
        this.operations = operations;
        this.store = store;
        this.files = files;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return Binary.class;
    }

    @Initialize
    public void listen(RestfulServer server) {
        server.registerInterceptor(this);
    }

    /** The Binary without its content, which {@link #send} adds. */
    @Read
    public Binary read(@IdParam IdType id, ServletRequestDetails request) {
        StoredFile file = operations.read(request, "read", () -> {
            store.readVisible(DocumentReference.class, id);
            return files.find(id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
        });
        Binary binary = new Binary().setContentType(file.contentType());
        binary.setId(id.getIdPart());
        binary.setSecurityContext(new Reference("DocumentReference/" + id.getIdPart()));
        binary.setUserData(FILE, file);
        return binary;
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean send(IBaseResource answer, ServletRequestDetails request, HttpServletResponse response)
            throws IOException {
        if (!(answer instanceof Binary binary && binary.getUserData(FILE) instanceof StoredFile file)) {
            return true;
        }
        if (RestfulServerUtils.determineResponseEncodingNoDefault(request, EncodingEnum.JSON) != null) {
            ByteArrayOutputStream content = new ByteArrayOutputStream(file.size());
            files.copy(file, content);
            binary.setData(content.toByteArray());
            return true;
        }
        response.setContentType(file.contentType());
        response.setContentLength(file.size());
        response.setHeader("Content-Disposition", "attachment");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        response.setHeader(Constants.HEADER_REQUEST_ID, request.getRequestId());
        response.setHeader("ETag", "\"" + file.sha256() + "\"");
        if (request.getRequestType() != RequestTypeEnum.HEAD) {
            files.copy(file, response.getOutputStream());
        }
        return false;
    }
}
