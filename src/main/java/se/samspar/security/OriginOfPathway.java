package se.samspar.security;

import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.Parts;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.rule.Actor;
import se.samspar.store.ResourceStore;

/**
 * Who does something by a started pathway need not see the request that it came from: which one that is, and since when
 * something was suspected before the patient came in, is told to the responsible unit and to those who see the request.
 */
@Component
class OriginOfPathway {

    private final ResourceStore store;

    OriginOfPathway(ResourceStore store) {
        this.store = store;
    }

    /** Takes off a plan that goes out what is not for the reader. */
    void withhold(CarePlan plan, Actor reader, Predicate<Resource> isSeen) {
        if (CarePlans.is(plan, CarePlanType.PATHWAY_PLAN)
                && !reader.actsFor(plan.getAuthor())
                && !plan.getSupportingInfo().stream().allMatch(origin -> store.find(origin, Resource.class)
                        .filter(isSeen)
                        .isPresent())) {
            plan.setSupportingInfo(null);
            plan.getExtension().removeIf(extension -> isBeforeEntry(extension, plan));
        }
    }

    private static boolean isBeforeEntry(Extension time, CarePlan plan) {
        Optional<PathwayPhase> entry = plan.getExtensionsByUrl(Extensions.ENTRY_PHASE).stream()
                .flatMap(extension -> PathwayPhase.of(extension.getValue().primitiveValue()).stream())
                .findFirst();
        return Extensions.PHASE_TIME.equals(time.getUrl())
                && Parts.of(time, "phase", CodeType.class)
                        .flatMap(code -> PathwayPhase.of(code.getValue()))
                        .filter(phase -> entry.filter(first -> phase.compareTo(first) < 0)
                                .isPresent())
                        .isPresent();
    }
}
