package se.samspar.followup.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Quantity;
import se.samspar.followup.Indicators;

/**
 * The figures of a stored report, or of one of its strata. What is left out so that nobody is recognised is empty, and named
 * in {@code masked}.
 *
 * @param stratifier by what it is divided; empty for the whole
 * @param stratum code of the value; {@link #MASKED} for those that are left out together
 * @param count how many
 * @param numerator how many of them meet the criterion
 * @param score a share or a median
 * @param unit of the score, in UCUM
 * @param masked the names of what is left out
 */
record Row(
        Optional<Coding> stratifier,
        String stratum,
        String stratumName,
        Optional<Integer> count,
        Optional<Integer> numerator,
        Optional<BigDecimal> score,
        String unit,
        List<String> masked) {

    static final String MASKED = "masked";

    /** The whole first, then stratum by stratum. */
    static Stream<Row> of(MeasureReportGroupComponent group) {
        return Stream.concat(
                Stream.of(whole(group)),
                group.getStratifier().stream().flatMap(stratifier -> stratifier.getStratum().stream()
                        .map(stratum -> of(stratifier, stratum))));
    }

    static Row whole(MeasureReportGroupComponent group) {
        List<Population> populations = group.getPopulation().stream()
                .map(population -> new Population(population.getCode(), population.getCountElement()))
                .toList();
        return of(Optional.empty(), "", "", populations, score(group.hasMeasureScore(), group.getMeasureScore()));
    }

    private static Row of(MeasureReportGroupStratifierComponent stratifier, StratifierGroupComponent stratum) {
        List<Population> populations = stratum.getPopulation().stream()
                .map(population -> new Population(population.getCode(), population.getCountElement()))
                .toList();
        CodeableConcept value = stratum.getValue();
        Coding coding = value.getCodingFirstRep();
        String code = value.hasCoding() ? coding.getCode() : value.hasText() ? value.getText() : absent(value);
        return of(
                Optional.of(stratifier.getCodeFirstRep().getCodingFirstRep()),
                code,
                coding.hasDisplay() ? coding.getDisplay() : code,
                populations,
                score(stratum.hasMeasureScore(), stratum.getMeasureScore()));
    }

    private static String absent(CodeableConcept value) {
        return value.hasExtension() ? value.getExtensionFirstRep().getValue().primitiveValue() : "";
    }

    private static Optional<Quantity> score(boolean is, Quantity score) {
        return Optional.of(score).filter(any -> is);
    }

    private static Row of(
            Optional<Coding> stratifier,
            String stratum,
            String name,
            List<Population> populations,
            Optional<Quantity> score) {
        List<String> masked = new ArrayList<>();
        Optional<Integer> count = count(populations, false, "count", masked);
        Optional<Integer> numerator = count(populations, true, "numerator", masked);
        score.filter(any -> !any.hasValue()).ifPresent(any -> masked.add("score"));
        return new Row(
                stratifier,
                stratum,
                name,
                count,
                numerator,
                score.map(Quantity::getValue),
                score.map(Quantity::getCode).orElse(""),
                masked);
    }

    private static Optional<Integer> count(
            List<Population> populations, boolean numerator, String name, List<String> masked) {
        Optional<IntegerType> count = populations.stream()
                .filter(population -> population.isNumerator() == numerator)
                .map(Population::count)
                .findFirst();
        count.filter(any -> !any.hasValue()).ifPresent(any -> masked.add(name));
        return count.map(IntegerType::getValue);
    }

    private record Population(CodeableConcept code, IntegerType count) {
        boolean isNumerator() {
            return Indicators.isNumerator(code);
        }
    }
}
