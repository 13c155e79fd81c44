package se.samspar.deviation.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.deviation.Deviations;
import se.samspar.deviation.FailedStep;
import se.samspar.directory.Directory;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.AccessLabels;
import se.samspar.store.Records;

/**
 * A deviation tells the unit concerned about a patient: it goes to one that took part in what went wrong, that sees it,
 * which consent may forbid, and that has a way to answer.
 */
@RuleInfo(
        code = "deviation-concerns-party",
        severity = Severity.BLOCK,
        requirement = "OVP-18",
        remedy =
                "Name a unit that takes part in what went wrong, such as the receiver of the message; one without access"
                        + " is told by telephone.")
final class DeviationConcernsParty implements Rule<AdverseEvent> {

    private final Directory directory;

    DeviationConcernsParty(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(AdverseEvent deviation, RuleContext context) {
        return context.previous(deviation).isEmpty()
                ? obstacle(deviation, context).map(text -> Finding.at("AdverseEvent.extension", text)).stream()
                : Stream.empty();
    }

    private Optional<String> obstacle(AdverseEvent deviation, RuleContext context) {
        Optional<Resource> about = context.resolve(Deviations.failedStep(deviation), Resource.class);
        Optional<FailedStep> step = about.flatMap(found -> FailedStep.of(found, Records.of(context)));
        if (step.isEmpty()) {
            return Optional.of(
                    "A deviation is about a step of the collaboration: a request, answer, message, case, plan,"
                            + " meeting, registration or consent.");
        }
        Reference unit = Deviations.concernedUnit(deviation);
        boolean sees = unit.hasReference()
                && AccessLabels.isFor(about.get(), unit.getReferenceElement().getIdPart());
        if (!sees || !step.get().takesPart(unit)) {
            return Optional.of("The unit takes no part in what went wrong.");
        }
        return directory.isManual(unit)
                ? Optional.of("The unit has no access, so it could not answer here.")
                : Optional.empty();
    }
}
