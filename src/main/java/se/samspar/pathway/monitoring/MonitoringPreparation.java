package se.samspar.pathway.monitoring;

import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Extensions;
import se.samspar.pathway.plan.PathwayPlans;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;
import se.samspar.store.Records;

/** A plan that starts asks for the values that its pathway asks for; from then on they are the patient's own. */
@Component
class MonitoringPreparation implements Preparation<CarePlan> {

    @Override
    public void prepare(CarePlan plan, RuleContext context) {
        boolean starts = PathwayPlans.is(plan)
                && !context.isWrittenByClient(plan)
                && context.previous(plan).isEmpty();
        if (starts) {
            PathwayPlans.pathway(plan, Records.of(context))
                    .ifPresent(pathway -> plan.getActivity().forEach(activity -> asked(activity.getDetail(), pathway)
                            .forEach(activity.getDetail()::addExtension)));
        }
    }

    /** Of the activity of the pathway that this one is, by its phase and title. */
    private static List<Extension> asked(CarePlanActivityDetailComponent detail, PlanDefinition pathway) {
        String phase = detail.getCode().getCodingFirstRep().getCode();
        return pathway.getAction().stream()
                .filter(action -> Objects.equals(action.getId(), phase))
                .flatMap(action -> action.getAction().stream())
                .filter(action -> Objects.equals(action.getTitle(), detail.getDescription()))
                .flatMap(action -> action.getExtensionsByUrl(Extensions.MONITORING).stream())
                .map(Extension::copy)
                .toList();
    }
}
