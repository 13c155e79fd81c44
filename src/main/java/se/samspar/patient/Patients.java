package se.samspar.patient;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.SearchValues;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.store.CanonicalSystems;
import se.samspar.store.IdentityLookups;
import se.samspar.store.ProtectedIdentity;
import se.samspar.store.ResourceStore;

/**
 * Finds the patient whom a client names, by identity or reference, and takes in new ones. An identity is looked for in the
 * whole record, whoever may see it; the answer tells nothing of what is there.
 */
@Component
public class Patients {

    private static final Set<String> PERSONAL = Set.of(
            IdentifierSystems.PERSONNUMMER,
            IdentifierSystems.SAMORDNINGSNUMMER,
            IdentifierSystems.NATIONELLT_RESERVNUMMER);

    private final ResourceStore store;
    private final CanonicalSystems systems;
    private final IdentityLookups lookups;

    Patients(ResourceStore store, CanonicalSystems systems, IdentityLookups lookups) {
        this.store = store;
        this.systems = systems;
        this.lookups = lookups;
    }

    /**
     * The patient with the identity of what was sent, created when there is none yet, otherwise left as it is. Answers what
     * was sent with the id.
     *
     * @param units who will see a new record
     * @throws UnprocessableEntityException when what was sent does not say who the patient is
     */
    public Patient identify(Patient sent, List<Reference> units) {
        Patient answer = sent.copy();
        answer.setId(findOrCreate(sent, units).getIdElement().toUnqualifiedVersionless());
        return answer;
    }

    /**
     * The patient whom a reference names, which the acting unit sees, or anyone by an identifier alone.
     *
     * @param parameter where the reference stands, for the refusal
     */
    public Patient known(String parameter, Reference subject) {
        if (!subject.hasReference() && subject.hasIdentifier()) {
            return find(List.of(subject.getIdentifier()))
                    .map(found -> identified(found, subject))
                    .orElseThrow(() -> unknown(parameter));
        }
        try {
            return store.readVisible(Patient.class, subject.getReferenceElement());
        } catch (ResourceNotFoundException hidden) {
            throw unknown(parameter);
        }
    }

    /**
     * The patient whom a reference or an identifier names and whose record the acting unit sees already, so that nothing is
     * learnt or opened by it. By a number nobody with a protected identity is found, as in searches.
     *
     * @param parameter where the reference stands, for the refusal
     */
    public Patient seen(String parameter, Reference subject) {
        Optional<Patient> named = !subject.hasReference() && subject.hasIdentifier()
                ? find(List.of(subject.getIdentifier())).filter(found -> !ProtectedIdentity.isOf(found))
                : store.find(subject, Patient.class);
        return named.filter(store::isVisible)
                .orElseThrow(() -> ParameterRefused.unknown(
                        parameter,
                        "Parameter %s leads to no patient whose record your unit sees.".formatted(parameter),
                        "Name one of the unit's own patients; a request or a case opens the record to it."));
    }

    private static Patient identified(Patient found, Reference subject) {
        Patient answer = new Patient().addIdentifier(subject.getIdentifier().copy());
        answer.setId(found.getIdElement().toUnqualifiedVersionless());
        return answer;
    }

    private static UnprocessableEntityException unknown(String parameter) {
        return new UnprocessableEntityException(
                "%s leads to no patient that your unit may see: send the patient in the parameter patient."
                        .formatted(parameter));
    }

    private Patient findOrCreate(Patient sent, List<Reference> units) {
        Identity identity = identity(sent.getIdentifier());
        return search(identity).orElseGet(() -> {
            // Only for who is not there yet: nobody makes others wait for a known patient while a request is checked.
            store.serialize("patient " + identity.system() + "|" + identity.value());
            return search(identity).orElseGet(() -> create(sent, units));
        });
    }

    private Optional<Patient> find(List<Identifier> identifiers) {
        return search(identity(identifiers));
    }

    private Patient create(Patient sent, List<Reference> units) {
        Patient patient = sent.copy();
        patient.setId((String) null);
        patient.setMeta(ProtectedIdentity.markings(sent.getMeta()));
        return store.create(patient, units);
    }

    private Optional<Patient> search(Identity identity) {
        return store
                .search(Patient.class, "identifier=" + SearchValues.token(identity.system(), identity.value()))
                .stream()
                .findFirst();
    }

    /** The only one: a second would go unchecked into a new record, which then were two people's. */
    private Identity identity(List<Identifier> identifiers) {
        List<Identity> identities = identifiers.stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .map(identifier -> new Identity(systems.canonical(identifier.getSystem()), identifier.getValue()))
                .filter(identity -> PERSONAL.contains(identity.system()))
                .distinct()
                .toList();
        if (!identities.isEmpty()) {
            lookups.note(store.actor(), "operation", identities.size());
        }
        if (identities.size() != 1) {
            throw new UnprocessableEntityException("The patient needs one identifier, and one only: personnummer,"
                    + " samordningsnummer or nationellt reservnummer.");
        }
        return identities.get(0);
    }

    private record Identity(String system, String value) {}
}
