package se.samspar.pathway.plan;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.VersionedUrl;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.pathway.Phase;
import se.samspar.pathway.PhaseTime;
import se.samspar.patient.Patients;
import se.samspar.store.Justification;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/** A unit starts a pathway for a patient, and answers for it from then on: it moves it to later phases, or ends it. */
@Component
class PathwayPlanService {

    private final ResourceStore store;
    private final Directory directory;
    private final Patients patients;
    private final Clock clock;

    PathwayPlanService(ResourceStore store, Directory directory, Patients patients, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.patients = patients;
        this.clock = clock;
    }

    /** Who starts a pathway for whom, where in the chain, and from what. */
    record Beginning(
            Reference patient, PathwayPhase entryPhase, Optional<Reference> unit, Optional<Reference> basedOn) {}

    CarePlan start(PlanDefinition pathway, Beginning beginning, List<Justification> justifications) {
        Reference unit = responsible(beginning.unit());
        List<Phase> phases = Phase.of(pathway);
        requirePhase("entryPhase", beginning.entryPhase(), phases);
        Optional<Origin> origin = beginning.basedOn().map(named -> Origin.of(named, store));
        Reference patient = new Reference(
                patients.seen("patient", beginning.patient()).getIdElement().toUnqualifiedVersionless());
        origin.ifPresent(from -> from.requireAbout(patient));
        Optional<Instant> suspicion = origin.flatMap(Origin::suspicion);
        Instant began = suspicion
                .filter(date -> beginning.entryPhase() == PathwayPhase.EARLY_DETECTION)
                .orElseGet(clock::instant);
        CarePlan plan = new CarePlan().setStatus(CarePlanStatus.ACTIVE).setIntent(CarePlanIntent.PLAN);
        plan.addCategory(CarePlanType.PATHWAY_PLAN.toConcept());
        plan.setInstantiatesCanonical(List.of(VersionedUrl.of(pathway).canonical()));
        plan.setTitle(pathway.getTitle());
        plan.setSubject(patient);
        plan.setAuthor(unit);
        plan.setPeriod(new Period().setStartElement(SwedishTime.dateTime(began)));
        origin.ifPresent(from -> plan.addSupportingInfo(from.reference()));
        plan.addExtension(new Extension(
                Extensions.ENTRY_PHASE, new CodeType(beginning.entryPhase().code())));
        phases.stream()
                .filter(phase -> phase.code().compareTo(beginning.entryPhase()) >= 0)
                .forEach(phase -> addActivities(plan, phase, unit));
        suspicion
                .filter(date -> beginning.entryPhase() != PathwayPhase.EARLY_DETECTION)
                .ifPresent(date -> PhaseTime.write(plan, List.of(detected(date, began))));
        enter(plan, phases, beginning.entryPhase(), began);
        justifications.forEach(justification -> justification.attachTo(plan));
        return store.create(plan);
    }

    /** Where a cancer was suspected before the patient came in here, lead times count from that day. */
    private static PhaseTime detected(Instant suspicion, Instant cameIn) {
        return new PhaseTime(PathwayPhase.EARLY_DETECTION, suspicion, Optional.of(cameIn), Optional.empty());
    }

    private Reference responsible(Optional<Reference> named) {
        Reference unit = named.isEmpty()
                ? store.actor().organization().orElseGet(Reference::new)
                : directory
                        .organization(named.get())
                        .map(found -> new Reference(found.getIdElement().toUnqualifiedVersionless()))
                        .orElseThrow(() -> ParameterRefused.unknown(
                                "unit",
                                "Parameter unit names no unit of the directory.",
                                "Name an Organization by reference or by its HSA-id, or leave unit out."));
        if (!store.actor().actsFor(unit)) {
            throw new ForbiddenOperationException(
                    "A unit starts pathways that it answers for itself: unit has to be the unit of the token.");
        }
        return unit;
    }

    /** The plan in the phase that is named; without one it has been gone through. */
    CarePlan move(CarePlan plan, Optional<PathwayPhase> next, List<Justification> justifications) {
        requireResponsible(plan);
        if (PathwayPlans.isOpen(plan)) { // otherwise the rule transition-not-allowed says so
            Instant now = clock.instant();
            next.ifPresentOrElse(
                    phase -> begin(plan, phase, now), () -> PathwayPlans.end(plan, CarePlanStatus.COMPLETED, now));
        }
        return write(plan, justifications);
    }

    private void begin(CarePlan plan, PathwayPhase phase, Instant now) {
        List<Phase> phases =
                PathwayPlans.pathway(plan, Records.of(store)).map(Phase::of).orElse(List.of());
        requirePhase("phase", phase, phases);
        PathwayPlans.endPhase(plan, now);
        List<PathwayPhase> entered =
                PhaseTime.of(plan).stream().map(PhaseTime::phase).toList();
        PathwayPlans.giveUp(plan, passed -> passed.compareTo(phase) < 0 && !entered.contains(passed));
        enter(plan, phases, phase, now);
    }

    CarePlan leave(CarePlan plan, Optional<String> reason, List<Justification> justifications) {
        requireResponsible(plan);
        if (PathwayPlans.isOpen(plan)) {
            PathwayPlans.leave(plan, clock.instant());
            reason.ifPresent(why -> plan.addExtension(new Extension(Extensions.LEAVE_REASON, new StringType(why))));
        }
        return write(plan, justifications);
    }

    /** The phase goes on from now on, and what is left is expected as counted from here. */
    private static void enter(CarePlan plan, List<Phase> phases, PathwayPhase phase, Instant now) {
        List<PhaseTime> times = new ArrayList<>(PhaseTime.of(plan));
        Map<PathwayPhase, Instant> begun =
                times.stream().collect(Collectors.toMap(PhaseTime::phase, PhaseTime::started, (first, again) -> first));
        begun.put(phase, now);
        Map<PathwayPhase, Timetable.Expected> expected = Timetable.of(phases, begun, phase);
        times.add(
                new PhaseTime(phase, now, Optional.empty(), expected.get(phase).end()));
        PhaseTime.write(plan, times);
        PathwayPlans.details(plan).forEach(detail -> PathwayPlans.phase(detail)
                .map(expected::get)
                .ifPresent(time -> detail.setScheduled(period(time))));
    }

    private static Period period(Timetable.Expected expected) {
        Period period = new Period();
        expected.start().ifPresent(start -> period.setStartElement(SwedishTime.dateTime(start)));
        expected.end().ifPresent(end -> period.setEndElement(SwedishTime.dateTime(end)));
        return period.isEmpty() ? null : period;
    }

    private static void addActivities(CarePlan plan, Phase phase, Reference unit) {
        phase.activities().forEach(what -> {
            CarePlanActivityDetailComponent detail = plan.addActivity().getDetail();
            detail.setStatus(CarePlanActivityStatus.NOTSTARTED);
            detail.setCode(phase.code().toConcept());
            detail.setDescription(what);
            detail.addPerformer(new Reference(unit.getReference()));
        });
    }

    private static void requirePhase(String parameter, PathwayPhase phase, List<Phase> phases) {
        if (phases.stream().noneMatch(known -> known.code() == phase)) {
            throw ParameterRefused.invalid(
                    parameter,
                    "The pathway has no phase %s.".formatted(phase.code()),
                    "It has these: %s."
                            .formatted(phases.stream()
                                    .map(known -> known.code().code())
                                    .collect(Collectors.joining(", "))));
        }
    }

    private void requireResponsible(CarePlan plan) {
        if (!store.actor().actsFor(plan.getAuthor())) {
            throw new ForbiddenOperationException("The responsible unit moves and ends a started pathway.");
        }
    }

    private CarePlan write(CarePlan plan, List<Justification> justifications) {
        justifications.forEach(justification -> justification.attachTo(plan));
        return store.update(plan);
    }
}
