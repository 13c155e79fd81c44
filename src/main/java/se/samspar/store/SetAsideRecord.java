package se.samspar.store;

import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.store.UnitOfWork.Judged;

/** Keeps what rule was set aside, why, by whom and with whom it was agreed, where it can be found and counted (TRK-10). */
@Component
class SetAsideRecord {

    private final ResourceStore store;

    SetAsideRecord(ResourceStore store) {
        this.store = store;
    }

    /** One Provenance for each resource and rule, so that whoever sees one resource learns nothing of the others. */
    void keep(List<Judged> setAside, UnitOfWork work) {
        setAside.stream()
                .collect(Collectors.groupingBy(
                        judged -> judged.judgement().code(), Collectors.groupingBy(Judged::resource)))
                .forEach((rule, resources) ->
                        resources.keySet().forEach(resource -> store.create(provenance(rule, resource, work))));
    }

    private static Provenance provenance(String rule, Resource resource, UnitOfWork work) {
        Provenance provenance = new Provenance();
        provenance.setRecorded(Date.from(work.now()));
        provenance.addTarget(new Reference(resource.getIdElement().toUnqualifiedVersionless()));
        provenance
                .addReason()
                .addCoding(new Coding().setSystem(CodeSystems.RULE).setCode(rule));
        work.justifications(resource)
                .filter(justification -> justification.justifies(rule))
                .forEach(justification -> justification.attachTo(provenance));
        provenance.addAgent(Agents.of(work.call().actor()));
        return provenance;
    }
}
