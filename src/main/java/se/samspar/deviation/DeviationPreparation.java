package se.samspar.deviation;

import java.util.Date;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessLabels;
import se.samspar.store.Preparation;
import se.samspar.store.Records;

/** Says of a new deviation who reports it and when, which step went wrong and whom that is about. */
@Component
class DeviationPreparation implements Preparation<AdverseEvent> {

    private final Directory directory;

    DeviationPreparation(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void prepare(AdverseEvent deviation, RuleContext context) {
        if (context.previous(deviation).isPresent()) {
            return;
        }
        deviation.setRecordedDate(Date.from(context.now()));
        deviation.getExtension().removeIf(extension -> Extensions.REPORTING_UNIT.equals(extension.getUrl()));
        context.actor()
                .organization()
                .ifPresent(own -> deviation.addExtension(new Extension(Extensions.REPORTING_UNIT, own)));
        directory.resolve(Deviations.concernedUnit(deviation));
        // Of what the reporter does not see, nothing is derived: the refusal would tell that it is there.
        context.resolve(Deviations.failedStep(deviation), Resource.class)
                .filter(found -> isSeen(found, context))
                .flatMap(found -> FailedStep.of(found, Records.of(context)))
                .ifPresent(step -> {
                    deviation.setCategory(null).addCategory(step.step().toConcept());
                    deviation.setSubject(new Reference(step.patient().getReference()));
                });
    }

    private static boolean isSeen(Resource resource, RuleContext context) {
        return context.actor()
                .unit()
                .filter(unit -> AccessLabels.coversAlready(resource, unit))
                .isPresent();
    }
}
