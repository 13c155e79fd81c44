package se.samspar.outpatient.planning;

import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.store.Justification;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/** The parties of a case plan together: every write is the next version of the one planning of the case (OVP-10). */
@Component
public class PlanningService {

    private final ResourceStore store;

    PlanningService(ResourceStore store) {
        this.store = store;
    }

    /**
     * A planning as a caller sends it, with the version that it builds on: the one that the caller or the planning names,
     * or else the one that there was when the call came, so that a call which loses a race does not overwrite what it has
     * not seen.
     */
    public static final class Draft {

        private final CarePlan planning;
        private final AtomicReference<String> version;

        public Draft(CarePlan planning, Optional<String> version) {
            this.planning = planning;
            this.version = new AtomicReference<>(version.orElseGet(
                    () -> planning.hasId() ? planning.getMeta().getVersionId() : null));
        }

        private void requireVersion(Optional<CarePlan> current) {
            String there = current.map(plan -> plan.getMeta().getVersionId()).orElse("");
            if (!version.compareAndSet(null, there) && !there.equals(version.get())) {
                throw new PreconditionFailedException(
                        "The planning is not the version that this builds on. Read it again and retry.");
            }
        }
    }

    /** The new version of the planning. The case gets one too, so that of two who act on the same one passes. */
    public CarePlan plan(CarePlan aCase, Draft draft, List<Justification> justifications) {
        Optional<CarePlan> current = of(aCase);
        draft.requireVersion(current);
        CarePlan planning = begin(draft.planning.copy(), CarePlanType.SHARED_PLANNING, aCase);
        justifications.forEach(justification -> justification.attachTo(planning));
        if (current.isPresent()) {
            planning.setId(current.get().getIdElement());
            store.update(planning);
        } else {
            store.create(planning);
        }
        store.update(aCase);
        return planning;
    }

    /** The planning of a case, where it has begun. */
    public Optional<CarePlan> of(CarePlan aCase) {
        return Plans.of(CarePlanType.SHARED_PLANNING, aCase, Records.of(store)).stream()
                .findFirst();
    }

    /** Makes it a plan of the case, whatever it was sent as. */
    public static CarePlan begin(CarePlan plan, CarePlanType type, CarePlan aCase) {
        plan.setId((String) null);
        plan.setMeta(null);
        plan.setStatus(CarePlanStatus.ACTIVE).setIntent(CarePlanIntent.PLAN);
        plan.setCategory(List.of(type.toConcept()));
        plan.setSubject(new Reference(aCase.getSubject().getReference()));
        plan.setPartOf(List.of(new Reference(aCase.getIdElement().toUnqualifiedVersionless())));
        return plan;
    }
}
