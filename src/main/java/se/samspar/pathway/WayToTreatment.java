package se.samspar.pathway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.PlanDefinition;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.PathwayPhase;

/**
 * How a patient comes to treatment by a started pathway.
 *
 * @param from since when: the well-founded suspicion where the plan knows of one, otherwise its start
 * @param treated when the treatment began
 * @param dueBy by when it had to: the last day of the lead time that the pathway gives it
 * @param ended when it was no longer to come, since the plan had ended or gone on to a later phase
 */
public record WayToTreatment(
        Instant from, Optional<Instant> treated, Optional<Instant> dueBy, Optional<Instant> ended) {

    /**
     * Empty where the patient came in at the treatment or after it, and nobody knows since when.
     *
     * @param pathway the one that the plan follows, in its version
     */
    public static Optional<WayToTreatment> of(CarePlan plan, Optional<PlanDefinition> pathway) {
        List<PhaseTime> times = PhaseTime.of(plan);
        return times.stream()
                .findFirst()
                .filter(first -> first.phase().compareTo(PathwayPhase.TREATMENT) < 0)
                .map(first -> new WayToTreatment(
                        first.started(),
                        started(times, PathwayPhase.TREATMENT),
                        pathway.flatMap(known -> dueBy(known, times)),
                        Stream.concat(
                                        times.stream()
                                                .filter(time -> time.phase().compareTo(PathwayPhase.TREATMENT) > 0)
                                                .map(PhaseTime::started),
                                        end(plan).stream())
                                .findFirst()));
    }

    private static Optional<Instant> started(List<PhaseTime> times, PathwayPhase phase) {
        return times.stream()
                .filter(time -> time.phase() == phase)
                .map(PhaseTime::started)
                .findFirst();
    }

    private static Optional<Instant> dueBy(PlanDefinition pathway, List<PhaseTime> times) {
        return Phase.of(pathway).stream()
                .filter(phase -> phase.code() == PathwayPhase.TREATMENT)
                .flatMap(phase -> phase.leadTime().stream())
                .flatMap(
                        leadTime -> started(times, leadTime.from())
                                .map(begin -> SwedishTime.endOfDayAfter(begin, leadTime.days()))
                                .stream())
                .findFirst();
    }

    private static Optional<Instant> end(CarePlan plan) {
        return Optional.of(plan.getPeriod().getEndElement())
                .filter(DateTimeType::hasValue)
                .map(SwedishTime::first);
    }

    /** Was the treatment still to come when it was due, or has it begun? Who has left before does not wait for it. */
    public boolean awaits(Instant due) {
        return treated.isPresent() || ended.filter(end -> !end.isAfter(due)).isEmpty();
    }
}
