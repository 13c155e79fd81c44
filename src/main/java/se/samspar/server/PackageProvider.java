package se.samspar.server;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;

/**
 * Read access to the conformance resources of one type in our package. They change with the program and not by request,
 * so they are served from memory and the same on every node.
 */
class PackageProvider implements IResourceProvider {

    static final Set<String> PARAMETERS = Set.of("_id", "url", "name", "status");

    private final Class<? extends MetadataResource> type;
    private final List<? extends MetadataResource> resources;

    PackageProvider(Class<? extends MetadataResource> type, FhirPackage fhirPackage) {
        this.type = type;
        this.resources = fhirPackage.own().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    @Read
    public IBaseResource read(@IdParam IdType id) {
        return resources.stream()
                .filter(resource ->
                        id.getIdPart().equals(resource.getIdElement().getIdPart()))
                .findFirst()
                .map(MetadataResource::copy)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** All in one page unless the client wants fewer: HAPI pages by itself only what lies in the database. */
    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenParam id,
            @OptionalParam(name = "url") UriParam url,
            @OptionalParam(name = "name") StringParam name,
            @OptionalParam(name = "status") TokenParam status,
            @Count Integer count,
            @Offset Integer offset) {
        if (Stream.of(id, url, name, status)
                .anyMatch(parameter -> parameter != null && parameter.getMissing() != null)) {
            throw new InvalidRequestException("The modifier :missing is not supported for definitions.");
        }
        List<IBaseResource> found = resources.stream()
                .filter(resource -> id == null
                        || id.getValue().equals(resource.getIdElement().getIdPart()))
                .filter(resource -> url == null || url.getValue().equals(resource.getUrl()))
                .filter(resource -> name == null || startsWith(resource.getName(), name.getValue()))
                .filter(resource -> status == null
                        || status.getValue().equals(resource.getStatus().toCode()))
                .<IBaseResource>map(MetadataResource::copy)
                .toList();
        int from = Math.min(offset == null ? 0 : offset, found.size());
        int to = count == null || count < 1 ? found.size() : Math.min(from + count, found.size());
        SimpleBundleProvider page = new SimpleBundleProvider(found.subList(from, to));
        page.setSize(found.size());
        page.setCurrentPageOffset(from);
        // On the last page no less than the total, or HAPI would link to a page after it.
        page.setCurrentPageSize(to < found.size() ? count : Integer.valueOf(found.size()));
        return page;
    }

    /** FHIR string search: from the beginning, whatever the case. */
    private static boolean startsWith(String value, String wanted) {
        return value.toLowerCase(Locale.ROOT).startsWith(wanted.toLowerCase(Locale.ROOT));
    }
}
