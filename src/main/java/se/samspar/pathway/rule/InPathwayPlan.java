package se.samspar.pathway.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.consent.Cases;
import se.samspar.pathway.plan.PathwayPlans;
import se.samspar.patient.Deaths;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/**
 * What belongs to a patient's pathway is read together with it. That the writer sees the plan says {@code reference-known}.
 * A message still belongs to a case, by which it is known who reads it.
 */
@RuleInfo(
        code = "in-pathway-plan",
        severity = Severity.BLOCK,
        requirement = "PWY-1,ALL-3",
        remedy =
                "Check that it is the right pathway and that it goes on, or leave the reference out; a message names its"
                        + " case first.")
final class InPathwayPlan implements Rule<Resource> {

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        List<Reference> before =
                context.previous(resource).map(InPathwayPlan::basis).orElse(List.of());
        List<CarePlan> plans = basis(resource).stream()
                .filter(reference -> before.stream().noneMatch(known -> Cases.isSame(known, reference)))
                .flatMap(reference -> context.resolve(reference, CarePlan.class).stream())
                .filter(PathwayPlans::is)
                .toList();
        lock(plans, context);
        return plans.stream()
                .flatMap(plan -> faults(resource, plan, context))
                .map(text -> Finding.at(resource.fhirType() + ".basedOn", text));
    }

    private static List<Reference> basis(Resource resource) {
        if (resource instanceof ServiceRequest request) {
            return request.getBasedOn();
        } else if (resource instanceof Observation value) {
            return value.getBasedOn();
        }
        return resource instanceof Communication message ? message.getBasedOn() : List.of();
    }

    private static Stream<String> faults(Resource resource, CarePlan plan, RuleContext context) {
        return Stream.of(
                        Optional.of("The pathway is another person's.")
                                .filter(text -> !Cases.isSame(subject(resource), plan.getSubject())),
                        Optional.of("The pathway has ended.").filter(text -> hasEnded(plan, context)),
                        Optional.of("A message belongs to a case, which it names first.")
                                .filter(text ->
                                        resource instanceof Communication message && !namesCase(message, context)))
                .flatMap(Optional::stream);
    }

    private static Reference subject(Resource resource) {
        if (resource instanceof Observation value) {
            return value.getSubject();
        }
        return resource instanceof ServiceRequest request
                ? request.getSubject()
                : ((Communication) resource).getSubject();
    }

    /** Whoever ends one of the plans waits until this is committed, or this until the end is. */
    private static void lock(List<CarePlan> plans, RuleContext context) {
        Stream<String> lives = plans.stream()
                .map(plan -> Deaths.key(plan.getSubject().getReferenceElement().getIdPart()));
        Stream<String> ways =
                plans.stream().map(plan -> PathwayPlans.key(plan.getIdElement().getIdPart()));
        // Lives first, as where a death ends a plan.
        Stream.concat(lives.distinct().sorted(), ways.distinct().sorted()).forEach(context::serialize);
    }

    private static boolean hasEnded(CarePlan plan, RuleContext context) {
        return context.search(
                        CarePlan.class,
                        "status=active&_id=" + plan.getIdElement().getIdPart())
                .isEmpty();
    }

    private static boolean namesCase(Communication message, RuleContext context) {
        return Cases.of(message, Records.of(context))
                .filter(aCase -> Cases.isSame(
                        message.getBasedOnFirstRep(),
                        new Reference(aCase.getIdElement().toUnqualifiedVersionless())))
                .isPresent();
    }
}
