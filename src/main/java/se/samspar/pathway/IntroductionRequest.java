package se.samspar.pathway;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.generated.Extensions;

/**
 * What a region says as it introduces a pathway: its analysis, and the goals and actions that come of it (PWY-3).
 *
 * @param patientGroup which patients ({@code text}) and how many a year ({@code size})
 * @param affected units and professions
 * @param start what care is to start doing
 * @param stop what care is to stop doing
 * @param document knowledge documents, routines and agreements that change
 * @param indicator measures that follow it up
 * @param action each with {@code description}, {@code responsible} and {@code due}
 */
record IntroductionRequest(
        Reference region,
        Optional<ParametersParameterComponent> patientGroup,
        List<StringType> affected,
        List<StringType> start,
        List<StringType> stop,
        List<StringType> document,
        List<CanonicalType> indicator,
        List<StringType> goal,
        List<ParametersParameterComponent> action) {

    Extension analysis() {
        Extension analysis = new Extension(Extensions.INTRODUCTION_ANALYSIS);
        patientGroup.ifPresent(group -> {
            part(group, "text", StringType.class).ifPresent(text -> analysis.addExtension("patientGroup", text));
            part(group, "size", PositiveIntType.class).ifPresent(size -> analysis.addExtension("size", size));
        });
        add(analysis, "affected", affected);
        add(analysis, "start", start);
        add(analysis, "stop", stop);
        add(analysis, "document", document);
        add(analysis, "indicator", indicator);
        return analysis;
    }

    /** The actions, numbered, with their references as they were sent. */
    List<Extension> actions() {
        return IntStream.range(0, action.size())
                .mapToObj(index -> action(index + 1, action.get(index)))
                .toList();
    }

    private static Extension action(int number, ParametersParameterComponent sent) {
        Extension action = new Extension(Extensions.INTRODUCTION_ACTION);
        action.addExtension("id", new StringType(String.valueOf(number)));
        part(sent, "description", StringType.class).ifPresent(text -> action.addExtension("description", text));
        part(sent, "responsible", Reference.class).ifPresent(unit -> action.addExtension("responsible", unit));
        part(sent, "due", DateType.class).ifPresent(day -> action.addExtension("due", due(day)));
        return action;
    }

    private static DateType due(DateType sent) {
        if (!Pathways.isDay(sent)) {
            throw ParameterRefused.invalid("action", "An action is due on a day.", "Send due as year, month and day.");
        }
        return sent;
    }

    private static void add(Extension whole, String name, List<? extends Type> values) {
        values.forEach(value -> whole.addExtension(name, value));
    }

    private static <T extends Type> Optional<T> part(ParametersParameterComponent sent, String name, Class<T> type) {
        Optional<Type> value = sent.getPart().stream()
                .filter(part -> name.equals(part.getName()))
                .map(ParametersParameterComponent::getValue)
                .filter(Objects::nonNull)
                .findFirst();
        value.filter(Predicate.not(type::isInstance)).ifPresent(other -> {
            throw ParameterRefused.invalid(
                    sent.getName(),
                    "Its part '" + name + "' has a value of type " + other.fhirType() + ".",
                    "Send the type that OperationDefinition/plan-definition-introduce says.");
        });
        return value.map(type::cast);
    }
}
