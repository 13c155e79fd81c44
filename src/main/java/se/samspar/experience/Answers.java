package se.samspar.experience;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.Told;
import se.samspar.fhir.generated.CodeSystems;

/** How many gave which answer on the scale, for each question. Free text is left out, and so are counts of a few. */
final class Answers {

    /** For each question, in order, how many gave which answer. */
    private final Map<String, Map<Integer, Integer>> items = new LinkedHashMap<>();

    private final int fewest;

    /** @param fewest of fewer people nothing is told */
    Answers(List<QuestionnaireResponse> responses, int fewest) {
        this.fewest = fewest;
        responses.stream()
                .flatMap(response -> response.getItem().stream())
                .filter(item -> item.getAnswerFirstRep().getValue() instanceof Coding)
                .forEach(this::add);
    }

    private void add(QuestionnaireResponseItemComponent item) {
        Coding answer = (Coding) item.getAnswerFirstRep().getValue();
        if (CodeSystems.EXPERIENCE_SCALE.equals(answer.getSystem())) {
            items.computeIfAbsent(item.getLinkId(), none -> new TreeMap<>())
                    .merge(Integer.valueOf(answer.getCode()), 1, Integer::sum);
        }
    }

    Parameters toParameters() {
        Parameters parameters = new Parameters();
        items.forEach((linkId, counts) -> {
            if (sum(counts.values()) >= fewest) {
                describe(parameters.addParameter().setName("item"), linkId, counts);
            }
        });
        return parameters;
    }

    private void describe(ParametersParameterComponent item, String linkId, Map<Integer, Integer> counts) {
        int people = sum(counts.values());
        int points = counts.entrySet().stream()
                .mapToInt(count -> count.getKey() * count.getValue())
                .sum();
        item.addPart().setName("linkId").setValue(new StringType(linkId));
        item.addPart().setName("answers").setValue(new IntegerType(people));
        item.addPart()
                .setName("mean")
                .setValue(new DecimalType(
                        BigDecimal.valueOf(points).divide(BigDecimal.valueOf(people), 1, RoundingMode.HALF_UP)));
        shown(counts).forEach((value, number) -> {
            ParametersParameterComponent part = item.addPart().setName("distribution");
            part.addPart().setName("value").setValue(new CodeType(String.valueOf(value)));
            part.addPart().setName("number").setValue(new IntegerType(number));
        });
    }

    /** Without counts of a few people; nor can those be worked out from the rest: what is left out is of enough as well. */
    private Map<Integer, Integer> shown(Map<Integer, Integer> counts) {
        Map<Integer, Integer> shown = new TreeMap<>(counts);
        shown.keySet().retainAll(Told.ofNumbers(fewest).of(counts));
        return shown;
    }

    private static int sum(Iterable<Integer> numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }
}
