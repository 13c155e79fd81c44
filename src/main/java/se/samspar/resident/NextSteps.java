package se.samspar.resident;

import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.store.ResourceStore;

/**
 * What happens next in a person's care, from all that units have planned for the person (UPP-8). The person is told
 * everything, a unit what it sees (ALL-3); and both only of what the token's scopes let read.
 */
@Component
class NextSteps {

    private final ResourceStore store;
    private final List<StepSource> sources;

    NextSteps(ResourceStore store, List<StepSource> sources) {
        this.store = store;
        this.sources = sources;
    }

    List<Step> of(IdType id) {
        Patient person = store.readVisible(Patient.class, id);
        return sources.stream()
                .flatMap(source -> source.of(person))
                .filter(step -> mayKnow(step.source()))
                .sorted(Step.IN_ORDER)
                .toList();
    }

    private boolean mayKnow(Resource source) {
        return store.actor().allows(source.fhirType(), 'r') && store.isVisible(source);
    }
}
