package se.samspar.deviation;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.directory.SwedishTime;
import se.samspar.store.ResourceStore;

/**
 * Counts deviations for learning, by unit concerned, kind and step: those only that the acting unit has reported or been
 * concerned by, and nothing of what they say. All of the asked period are read, some at a time.
 */
@Component
class DeviationSummary {

    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toMillis());

    private final ResourceStore store;
    private final Directory directory;

    DeviationSummary(ResourceStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** What is counted together; the kind is empty for those without one. */
    private record Group(String unit, String kind, String step) {

        static final Comparator<Group> ORDER =
                Comparator.comparing(Group::unit).thenComparing(Group::kind).thenComparing(Group::step);

        static Group of(AdverseEvent deviation) {
            return new Group(
                    Deviations.concernedUnit(deviation).getReference(),
                    deviation.getEvent().hasCoding()
                            ? deviation.getEvent().getCodingFirstRep().getCode()
                            : "",
                    deviation.getCategoryFirstRep().getCodingFirstRep().getCode());
        }
    }

    /**
     * @param unit only those that concern it
     * @param start only those reported from then on
     * @param end only those reported up to then
     */
    Parameters of(Optional<String> unit, Optional<DateTimeType> start, Optional<DateTimeType> end) {
        Map<Group, List<AdverseEvent>> groups = store.inBatches(AdverseEvent.class, ids(unit, start, end))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Group::of, () -> new TreeMap<>(Group.ORDER), Collectors.toList()));
        Parameters answer = new Parameters();
        groups.forEach((group, deviations) -> count(answer.addParameter().setName("count"), group, deviations));
        return answer;
    }

    private List<String> ids(Optional<String> unit, Optional<DateTimeType> start, Optional<DateTimeType> end) {
        String own = store.actor()
                .unit()
                .orElseThrow(() -> new ForbiddenOperationException("The token names no unit of the directory."));
        StringBuilder narrowed = new StringBuilder();
        start.ifPresent(time -> narrowed.append("&reported=ge").append(SwedishTime.first(time)));
        end.ifPresent(time -> narrowed.append("&reported=lt").append(SwedishTime.afterLast(time)));
        if (unit.isPresent()) {
            Optional<String> concerned = unit.flatMap(directory::unitId);
            if (concerned.isEmpty()) {
                return List.of();
            }
            narrowed.append("&concerned-unit=Organization/")
                    .append(URLEncoder.encode(concerned.get(), StandardCharsets.UTF_8));
        }
        return Stream.of("concerned-unit", "reporting-unit")
                .flatMap(side -> store.ids(AdverseEvent.class, side + "=Organization/" + own + narrowed).stream())
                .distinct()
                .toList();
    }

    private static void count(ParametersParameterComponent count, Group group, List<AdverseEvent> deviations) {
        List<BigDecimal> days = deviations.stream()
                .flatMap(deviation -> daysToAnswer(deviation).stream())
                .sorted()
                .toList();
        count.addPart().setName("unit").setValue(new Reference(group.unit()));
        if (!group.kind().isEmpty()) {
            count.addPart().setName("kind").setValue(new CodeType(group.kind()));
        }
        count.addPart().setName("step").setValue(new CodeType(group.step()));
        count.addPart().setName("number").setValue(new IntegerType(deviations.size()));
        count.addPart().setName("answered").setValue(new IntegerType(days.size()));
        if (!days.isEmpty()) {
            count.addPart().setName("medianDays").setValue(new DecimalType(median(days)));
        }
    }

    private static Optional<BigDecimal> daysToAnswer(AdverseEvent deviation) {
        return Deviations.answer(deviation)
                .map(answer -> ((InstantType) answer.getExtensionByUrl("when").getValue()).getValue())
                .map(when -> BigDecimal.valueOf(
                        when.getTime() - deviation.getRecordedDate().getTime()));
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        BigDecimal twice = sorted.get((sorted.size() - 1) / 2).add(sorted.get(sorted.size() / 2));
        return twice.divide(DAY.multiply(BigDecimal.valueOf(2)), 1, RoundingMode.HALF_UP);
    }
}
