package se.samspar.security;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IAnyResource;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;
import se.samspar.fhir.SearchValues;
import se.samspar.rule.Actor;
import se.samspar.store.CanonicalSystems;
import se.samspar.store.ResourceStore;

/** The one patient that a search in an emergency names: by reference, or among patients by id or identifier. */
@Component
class NamedPatient {

    private static final Set<String> REFERENCES = Set.of("patient", "patient:Patient", "subject", "subject:Patient");
    private static final Pattern REFERENCE = Pattern.compile("(?:Patient/)?([A-Za-z0-9.-]{1,64})");
    private static final Pattern IDENTIFIER = Pattern.compile("([^|,\\\\]+)\\|([^|,\\\\]+)");

    private final ResourceStore store;
    private final CanonicalSystems systems;

    NamedPatient(ResourceStore store, CanonicalSystems systems) {
        this.store = store;
        this.systems = systems;
    }

    /**
     * {@code Patient/id}; empty when the record has no such patient.
     *
     * @throws ForbiddenOperationException when the search does not name just one
     */
    Optional<String> by(RequestDetails request) {
        Map<String, String[]> parameters = request.getParameters();
        boolean ofPatients = "Patient".equals(request.getResourceName());
        List<String> references = values(parameters, ofPatients ? Set.of("_id") : REFERENCES);
        List<String> identifiers = ofPatients ? values(parameters, Set.of("identifier")) : List.of();
        if (references.size() == 1 && REFERENCE.matcher(references.get(0)).matches()) {
            return find("_id=" + references.get(0).replaceFirst("^Patient/", ""));
        }
        Matcher identifier = IDENTIFIER.matcher(identifiers.size() == 1 ? identifiers.get(0) : "");
        if (references.isEmpty() && identifier.matches()) {
            return find(
                    "identifier=" + SearchValues.token(systems.canonical(identifier.group(1)), identifier.group(2)));
        }
        throw new ForbiddenOperationException("With a token for an emergency (purpose " + Actor.EMERGENCY
                + ") a search names one patient: patient=Patient/[id], or Patient?identifier=[system]|[value].");
    }

    /** Narrows a search that named the patient, in whatever words, to what is about the patient. */
    static void narrow(SearchParameterMap search, String type, String patient) {
        if (type.equals("Patient")) {
            search.remove(IAnyResource.SP_RES_ID);
            search.add(IAnyResource.SP_RES_ID, new TokenParam(patient.replaceFirst(".*/", "")));
        } else {
            search.remove("patient");
            search.add("patient", new ReferenceParam(patient));
        }
    }

    private static List<String> values(Map<String, String[]> parameters, Set<String> names) {
        return parameters.entrySet().stream()
                .filter(parameter -> names.contains(parameter.getKey()))
                .flatMap(parameter -> List.of(parameter.getValue()).stream())
                .toList();
    }

    private Optional<String> find(String query) {
        return store.executeAsServer(() -> store.search(Patient.class, query).stream()
                .map(patient -> "Patient/" + patient.getIdElement().getIdPart())
                .findFirst());
    }
}
