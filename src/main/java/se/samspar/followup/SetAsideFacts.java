package se.samspar.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Indicator;
import se.samspar.store.RecordSubjects;
import se.samspar.store.StoredRecord;

/** What counts of a Provenance: the rule that it keeps was set aside, by the unit that it names (TRK-10). */
final class SetAsideFacts implements FactSource {

    private final StoredRecord record;
    private final RecordSubjects subjects;

    SetAsideFacts(StoredRecord record, RecordSubjects subjects) {
        this.record = record;
        this.subjects = subjects;
    }

    @Override
    public String type() {
        return "Provenance";
    }

    @Override
    public Stream<String> of(Resource resource) {
        return resource instanceof Provenance provenance && rule(provenance).isPresent()
                ? Stream.of(ResourcePath.of(provenance))
                : Stream.empty();
    }

    private static Optional<String> rule(Provenance provenance) {
        return provenance.getReason().stream()
                .flatMap(reason -> reason.getCoding().stream())
                .filter(coding -> CodeSystems.RULE.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }

    @Override
    public List<Fact> facts(String source) {
        return record.withReferrers(source).stream()
                .map(Provenance.class::cast)
                .flatMap(
                        provenance -> rule(provenance).stream()
                                .flatMap(rule -> unit(provenance.getAgentFirstRep())
                                        .map(unit -> fact(source, provenance, rule, unit))
                                        .stream()))
                .toList();
    }

    private Fact fact(String source, Provenance provenance, String rule, Reference unit) {
        Instant recorded = provenance.getRecorded().toInstant();
        String target = ResourcePath.of(provenance.getTargetFirstRep());
        Optional<Reference> patient = subjects.patientsOf(List.of(target)).stream()
                .map(id -> new Reference("Patient/" + id))
                .findFirst();
        Person person = patient.map(known -> Person.of(known, recorded, record)).orElse(Person.UNKNOWN);
        return FactMaker.of(source, patient, person, parties(target))
                .count(Indicator.SET_ASIDE_RULES, recorded, unit, Optional.of(rule));
    }

    /** Who takes part in what broke the rule, as it was written first. */
    private Stream<Reference> parties(String target) {
        Resource first = record.history(target).stream().findFirst().orElse(null);
        if (first instanceof ServiceRequest request) {
            return request.getPerformer().stream();
        } else if (first instanceof Communication message) {
            return Stream.concat(Stream.of(message.getSender()), message.getRecipient().stream());
        }
        return first instanceof CarePlan plan ? CarePlans.parties(plan) : Stream.empty();
    }

    /** Nobody's where an administrator did it. */
    private static Optional<Reference> unit(ProvenanceAgentComponent agent) {
        return Stream.of(agent.getOnBehalfOf(), agent.getWho())
                .filter(ResourcePath::isOrganization)
                .findFirst();
    }
}
