package se.samspar.server;

import ca.uhn.fhir.context.FhirContext;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.support.BaseValidationSupport;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;

/** The questionnaires of the packages: answers are validated against theirs. */
class PackagedQuestionnaires extends BaseValidationSupport {

    private final Map<String, Questionnaire> byUrl;

    PackagedQuestionnaires(FhirContext fhirContext, Collection<MetadataResource> resources) {
        super(fhirContext);
        byUrl = resources.stream()
                .filter(Questionnaire.class::isInstance)
                .map(Questionnaire.class::cast)
                .collect(Collectors.toUnmodifiableMap(Questionnaire::getUrl, Function.identity()));
    }

    @Override
    public <T extends IBaseResource> T fetchResource(Class<T> type, String url) {
        Questionnaire found = url == null ? null : byUrl.get(url);
        return type.isInstance(found) ? type.cast(found) : null;
    }
}
