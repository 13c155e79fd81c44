package se.samspar.track;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import se.samspar.fhir.Code;

/** Reads operation parameters, and says which one is wrong. */
final class Parsed {

    private Parsed() {}

    /** A text; one without content is as none. */
    static Optional<String> text(PrimitiveType<String> parameter) {
        return Optional.ofNullable(parameter).map(PrimitiveType::getValue).filter(text -> !text.isBlank());
    }

    /** One of the codes of an enum of ours. */
    static <T extends Code> T code(String name, PrimitiveType<String> parameter, T[] known) {
        return Code.find(known, text(parameter).orElse(""))
                .orElseThrow(() -> new UnprocessableEntityException("Parameter %s is one of %s."
                        .formatted(name, Stream.of(known).map(Code::code).collect(Collectors.joining(", ")))));
    }

    /** All values of a parameter that may be sent any number of times. */
    static <T> List<T> all(List<T> parameter) {
        return parameter == null ? List.of() : List.copyOf(parameter);
    }

    static Optional<TaskPriority> priority(PrimitiveType<String> parameter) {
        return text(parameter).map(code -> {
            try {
                return TaskPriority.fromCode(code);
            } catch (FHIRException unknown) {
                throw new UnprocessableEntityException("Parameter priority is routine, urgent, asap or stat.");
            }
        });
    }

    /** An instant; a day alone does not say when. */
    static Optional<Instant> instant(String name, DateTimeType parameter) {
        if (parameter == null || !parameter.hasValue()) {
            return Optional.empty();
        }
        if (parameter.getPrecision().ordinal() <= TemporalPrecisionEnum.DAY.ordinal()) {
            throw new UnprocessableEntityException("Parameter %s needs a time of day.".formatted(name));
        }
        return Optional.of(parameter.getValue().toInstant());
    }
}
