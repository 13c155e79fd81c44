package se.samspar.server;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;

/**
 * Read access to the conformance resources of one type in our package. They change with the program and not by request,
 * so they are served from memory and the same on every node.
 */
class PackageProvider implements IResourceProvider {

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

    /** All that fit on one page, unless the client counts; then it follows {@code next}, without a token. */
    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenParam id,
            @OptionalParam(name = "url") UriParam url,
            @OptionalParam(name = "name") StringParam name,
            @OptionalParam(name = "status") TokenParam status,
            @Offset Integer offset,
            @Count Integer count,
            RequestDetails request) {
        List<? extends MetadataResource> found = resources.stream()
                .filter(resource -> id == null
                        || id.getValue().equals(resource.getIdElement().getIdPart()))
                .filter(resource -> url == null || url.getValue().equals(resource.getUrl()))
                .filter(resource -> name == null || startsWith(resource.getName(), name.getValue()))
                .filter(resource -> status == null
                        || status.getValue().equals(resource.getStatus().toCode()))
                .toList();
        List<IBaseResource> page = found.stream()
                .skip(offset == null ? 0 : offset)
                .limit(count == null ? found.size() : count)
                .<IBaseResource>map(MetadataResource::copy)
                .toList();
        if (offset == null && !page.isEmpty()) {
            // HAPI links to a stored search otherwise, which there is none of.
            request.addParameter(Constants.PARAM_OFFSET, new String[] {"0"});
        }
        SimpleBundleProvider answer = new SimpleBundleProvider(page).setSize(found.size());
        answer.setPreferredPageSize(found.size());
        return answer;
    }

    /** FHIR string search: from the beginning, whatever the case. */
    private static boolean startsWith(String value, String wanted) {
        return value.toLowerCase(Locale.ROOT).startsWith(wanted.toLowerCase(Locale.ROOT));
    }
}
