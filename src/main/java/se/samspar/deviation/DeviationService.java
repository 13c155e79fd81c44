package se.samspar.deviation;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventActuality;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.DeviationKind;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.store.AccessLabels;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** A unit reports what went wrong to another, which answers once (OVP-18). */
@Component
class DeviationService {

    private final ResourceStore store;
    private final DeviationTasks tasks;
    private final Clock clock;

    DeviationService(ResourceStore store, DeviationTasks tasks, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The deviation, and the work item of the unit concerned. */
    List<Resource> report(
            Reference concerns,
            Reference unit,
            String text,
            Optional<DeviationKind> kind,
            List<Justification> justifications) {
        requireVisible(concerns);
        AdverseEvent deviation = new AdverseEvent().setActuality(AdverseEventActuality.ACTUAL);
        kind.map(DeviationKind::toConcept).ifPresent(deviation::setEvent);
        deviation.getEvent().setText(text);
        deviation.addExtension(new Extension(Extensions.FAILED_STEP, new Reference(concerns.getReference())));
        deviation.addExtension(new Extension(Extensions.CONCERNED_UNIT, unit.copy()));
        justifications.forEach(justification -> justification.attachTo(deviation));
        store.create(deviation);
        return List.of(deviation, tasks.open(deviation));
    }

    /** What the unit does not see is to it as if it were not there. */
    private void requireVisible(Reference concerns) {
        store.find(concerns, Resource.class)
                .filter(found -> store.actor()
                        .unit()
                        .filter(own -> AccessLabels.covers(found, own))
                        .isPresent())
                .orElseThrow(() -> new ResourceNotFoundException(concerns.getReferenceElement()));
    }

    /** The deviation, and its work item. */
    List<Resource> answer(
            AdverseEvent deviation, String text, List<String> measures, List<Justification> justifications) {
        if (!store.actor().actsFor(Deviations.concernedUnit(deviation))) {
            throw new ForbiddenOperationException("Only the unit concerned answers a deviation.");
        }
        String employee = store.actor()
                .employeeHsaId()
                .orElseThrow(() -> new ForbiddenOperationException("A person answers a deviation, not a system."));
        deviation.getExtension().removeIf(extension -> Extensions.DEVIATION_ANSWER.equals(extension.getUrl()));
        Extension answer = deviation.addExtension().setUrl(Extensions.DEVIATION_ANSWER);
        answer.addExtension("text", new StringType(text));
        measures.forEach(measure -> answer.addExtension("measure", new StringType(measure)));
        answer.addExtension(
                "who", new Identifier().setSystem(IdentifierSystems.HSA_ID).setValue(employee));
        answer.addExtension("when", new InstantType(Date.from(clock.instant())));
        justifications.forEach(justification -> justification.attachTo(deviation));
        store.update(deviation);
        return Stream.<Resource>concat(Stream.of(deviation), tasks.complete(deviation).stream())
                .toList();
    }
}
