package se.samspar.outpatient.planning;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/**
 * Region and municipality go on together in a coordinated individual plan (OVP-17). It begins with what the parties have
 * planned in the case, and goes on when the case has ended.
 */
@Component
public class SipService {

    private final ResourceStore store;
    private final PlanningService planning;
    private final Clock clock;

    SipService(ResourceStore store, PlanningService planning, Clock clock) {
        this.store = store;
        this.planning = planning;
        this.clock = clock;
    }

    /** The case, and the coordinated plan. */
    public List<CarePlan> start(
            CarePlan aCase, Optional<String> reason, Optional<String> text, List<Justification> justifications) {
        CarePlan sip = draft(aCase);
        sip.setDescription(text.orElse(aCase.getDescription()));
        reason.ifPresent(why -> sip.addNote(new Annotation()
                .setText(why)
                .setTime(Date.from(clock.instant()))
                .setAuthor(store.actor().organization().orElseThrow())));
        justifications.forEach(justification -> justification.attachTo(sip));
        store.create(sip);
        store.update(aCase);
        return List.of(aCase, sip);
    }

    /** The coordinated plan that the case would begin with. */
    public CarePlan draft(CarePlan aCase) {
        CarePlan sip = PlanningService.begin(new CarePlan(), CarePlanType.COORDINATED_PLAN, aCase);
        CarePlans.parties(aCase).forEach(party -> sip.addContributor(new Reference(party.getReference())));
        planning.of(aCase).ifPresent(planned -> takeOver(planned, sip));
        return sip;
    }

    private static void takeOver(CarePlan planned, CarePlan sip) {
        planned.getExtensionsByUrl(Extensions.PATIENT_PART).forEach(part -> sip.addExtension(part.copy()));
        planned.getActivity().forEach(activity -> sip.addActivity(activity.copy()));
    }
}
