package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.SearchValues;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.store.CanonicalSystems;
import se.samspar.store.IdentityLookups;
import se.samspar.store.ResourceStore;

/** Finds patients by who they are, whoever may see their record, and takes in new ones. */
@Component
class PatientIndex {

    private static final Set<String> PERSONAL = Set.of(
            IdentifierSystems.PERSONNUMMER,
            IdentifierSystems.SAMORDNINGSNUMMER,
            IdentifierSystems.NATIONELLT_RESERVNUMMER);

    private final ResourceStore store;
    private final CanonicalSystems systems;
    private final IdentityLookups lookups;

    PatientIndex(ResourceStore store, CanonicalSystems systems, IdentityLookups lookups) {
        this.store = store;
        this.systems = systems;
        this.lookups = lookups;
    }

    /**
     * The patient's record, created from what was sent when there is none yet, otherwise left as it is.
     *
     * @param units who will see a new record
     * @throws UnprocessableEntityException when what was sent does not say who the patient is
     */
    Patient findOrCreate(Patient sent, List<Reference> units) {
        return find(sent.getIdentifier()).orElseGet(() -> {
            Patient patient = sent.copy();
            patient.setId((String) null);
            patient.setMeta(null);
            return store.create(patient, units);
        });
    }

    /**
     * The patient with one of these identifiers; transactions that look for the same person wait for each other.
     *
     * @throws UnprocessableEntityException when none of them identifies a person, or they identify several
     */
    Optional<Patient> find(List<Identifier> identifiers) {
        Map<String, String> tokens = new TreeMap<>(); // everyone takes the locks in the same order
        identifiers.stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .filter(identifier -> PERSONAL.contains(systems.canonical(identifier.getSystem())))
                .forEach(identifier -> {
                    String system = systems.canonical(identifier.getSystem());
                    tokens.put(system + "|" + identifier.getValue(), SearchValues.token(system, identifier.getValue()));
                });
        if (tokens.isEmpty()) {
            throw new UnprocessableEntityException("The patient needs an identifier: personnummer, samordningsnummer or"
                    + " nationellt reservnummer.");
        }
        lookups.note(store.actor(), "operation", tokens.size());
        tokens.keySet().forEach(token -> store.serialize("patient " + token));
        List<Patient> found = store.search(
                Patient.class, tokens.values().stream().collect(Collectors.joining(",", "identifier=", "")));
        if (found.size() > 1) {
            throw new UnprocessableEntityException("The identifiers of the patient belong to different people.");
        }
        return found.stream().findFirst();
    }
}
