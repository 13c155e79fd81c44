package se.samspar.pathway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Parts;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayPhase;

/**
 * When a phase that the patient has come to began and ended, and by when it is to be over.
 *
 * @param ended empty while the phase goes on
 */
public record PhaseTime(PathwayPhase phase, Instant started, Optional<Instant> ended, Optional<Instant> dueBy) {

    /** In the order in which the patient came to them. */
    public static List<PhaseTime> of(CarePlan plan) {
        return plan.getExtensionsByUrl(Extensions.PHASE_TIME).stream()
                .flatMap(extension -> read(extension).stream())
                .toList();
    }

    /** Says them in a plan, instead of what it said. */
    public static void write(CarePlan plan, List<PhaseTime> times) {
        plan.getExtension().removeIf(extension -> Extensions.PHASE_TIME.equals(extension.getUrl()));
        times.forEach(time -> plan.addExtension(time.toExtension()));
    }

    /** The same phase; over then, unless it is already. */
    public PhaseTime endedAt(Instant end) {
        return new PhaseTime(phase, started, ended.or(() -> Optional.of(end)), dueBy);
    }

    private static Optional<PhaseTime> read(Extension extension) {
        return Parts.of(extension, "phase", CodeType.class)
                .flatMap(code -> PathwayPhase.of(code.getValue()))
                .flatMap(phase -> instant(extension, "started")
                        .map(started -> new PhaseTime(
                                phase, started, instant(extension, "ended"), instant(extension, "dueBy"))));
    }

    private static Optional<Instant> instant(Extension extension, String name) {
        return Parts.of(extension, name, BaseDateTimeType.class)
                .filter(BaseDateTimeType::hasValue)
                .map(SwedishTime::first);
    }

    private Extension toExtension() {
        Extension extension = new Extension(Extensions.PHASE_TIME);
        extension.addExtension("phase", new CodeType(phase.code()));
        extension.addExtension("started", SwedishTime.dateTime(started));
        ended.ifPresent(end -> extension.addExtension("ended", SwedishTime.dateTime(end)));
        dueBy.ifPresent(due -> extension.addExtension("dueBy", SwedishTime.dateTime(due)));
        return extension;
    }
}
