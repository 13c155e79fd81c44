package se.samspar.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Task.TaskPriority;

/** Reads operation parameters, and says which one is wrong. */
public final class Parsed {

    /** What FHIR asks of a time of day: seconds and a zone, without which it would be that of this machine. */
    private static final Pattern TIME_OF_DAY =
            Pattern.compile(".*T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})");

    private Parsed() {}

    /** A text; one without content is as none. */
    public static Optional<String> text(PrimitiveType<String> parameter) {
        return Optional.ofNullable(parameter).map(PrimitiveType::getValue).filter(text -> !text.isBlank());
    }

    /** One of the codes of an enum of ours. */
    public static <T extends Code> T code(String name, PrimitiveType<String> parameter, T[] known) {
        return Code.find(known, text(parameter).orElse(""))
                .orElseThrow(() -> ParameterRefused.invalid(
                        name,
                        "Parameter %s has no such code.".formatted(name),
                        "Parameter %s is one of %s."
                                .formatted(
                                        name, Stream.of(known).map(Code::code).collect(Collectors.joining(", ")))));
    }

    /** All values of a parameter that may be sent any number of times. */
    public static <T> List<T> all(List<T> parameter) {
        return parameter == null ? List.of() : List.copyOf(parameter);
    }

    public static Optional<TaskPriority> priority(PrimitiveType<String> parameter) {
        return text(parameter).map(code -> {
            try {
                return TaskPriority.fromCode(code);
            } catch (FHIRException unknown) {
                throw ParameterRefused.invalid(
                        "priority",
                        "Parameter priority has no such code.",
                        "Parameter priority is one of routine, urgent, asap, stat.");
            }
        });
    }

    /** A day, month or year, or an instant: where it has a time of day, that is complete. */
    public static Optional<DateTimeType> time(String name, DateTimeType parameter) {
        return Optional.ofNullable(parameter).filter(DateTimeType::hasValue).map(time -> {
            if (hasTimeOfDay(time)
                    && !TIME_OF_DAY.matcher(time.getValueAsString()).matches()) {
                throw ParameterRefused.invalid(
                        name,
                        "Parameter %s has a time of day without seconds or time zone.".formatted(name),
                        "Send it such as 2026-02-03T09:15:00+01:00.");
            }
            if (!PlausibleTime.isPlausible(time)) {
                throw ParameterRefused.invalid(
                        name,
                        "Parameter %s is in a year that cannot be meant.".formatted(name),
                        "Send a time from %d to %d.".formatted(PlausibleTime.FIRST_YEAR, PlausibleTime.LAST_YEAR));
            }
            return time;
        });
    }

    /** An instant; a day alone does not say when. */
    public static Optional<Instant> instant(String name, DateTimeType parameter) {
        return time(name, parameter).map(time -> {
            if (!hasTimeOfDay(time)) {
                throw ParameterRefused.invalid(
                        name,
                        "Parameter %s needs a time of day.".formatted(name),
                        "Send it such as 2026-02-03T09:15:00+01:00.");
            }
            return time.getValue().toInstant();
        });
    }

    private static boolean hasTimeOfDay(DateTimeType time) {
        return time.getPrecision().ordinal() > TemporalPrecisionEnum.DAY.ordinal();
    }
}
