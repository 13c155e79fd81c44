package se.samspar.followup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupPopulationComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Quantity;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.followup.Figures.Figure;

/** Writes figures into the group of a MeasureReport, in the populations and strata that the Measure has. */
final class ReportWriter {

    private static final String DAYS = "d";
    private static final BigDecimal MINUTES_OF_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toMinutes());

    private final Measure measure;
    private final Figures figures;

    ReportWriter(Measure measure, Figures figures) {
        this.measure = measure;
        this.figures = figures;
    }

    void write(MeasureReportGroupComponent group) {
        Figure total = figures.total();
        populations()
                .forEach(population ->
                        group.addPopulation().setCode(population.getCode()).setCountElement(count(population, total)));
        group.setMeasureScore(score(total));
        measure.getGroupFirstRep().getStratifier().forEach(stratifier -> stratifier(stratifier)
                .filter(figures::areDividedBy)
                .ifPresent(code -> write(group.addStratifier(), stratifier, code)));
    }

    private void write(
            MeasureReportGroupStratifierComponent written,
            MeasureGroupStratifierComponent stratifier,
            IndicatorStratifier code) {
        written.addCode(stratifier.getCode());
        figures.strata(code).forEach((value, figure) -> {
            StratifierGroupComponent stratum = written.addStratum();
            stratum.setValue(value.map(known -> Stratum.value(code, known)).orElseGet(ReportWriter::leftOut));
            populations().forEach(population -> stratum.addPopulation()
                    .setCode(population.getCode())
                    .setCountElement(count(population, figure)));
            stratum.setMeasureScore(score(figure));
        });
    }

    /** All strata together that are left out, however many there are. */
    private static CodeableConcept leftOut() {
        CodeableConcept leftOut = new CodeableConcept();
        leftOut.addExtension(Absent.masked());
        return leftOut;
    }

    private static Optional<IndicatorStratifier> stratifier(MeasureGroupStratifierComponent stratifier) {
        return stratifier.getCode().getCoding().stream()
                .filter(coding -> IndicatorStratifier.SYSTEM.equals(coding.getSystem()))
                .findFirst()
                .map(Coding::getCode)
                .flatMap(IndicatorStratifier::of);
    }

    List<MeasureGroupPopulationComponent> populations() {
        return measure.getGroupFirstRep().getPopulation();
    }

    static boolean isNumerator(MeasureGroupPopulationComponent population) {
        return Indicators.isNumerator(population.getCode());
    }

    /** Does it say how long something took? */
    static boolean isTime(Measure measure) {
        return "continuous-variable"
                .equals(measure.getScoring().getCodingFirstRep().getCode());
    }

    private static IntegerType count(MeasureGroupPopulationComponent population, Figure figure) {
        IntegerType count = new IntegerType();
        (isNumerator(population) ? figure.part() : figure.whole())
                .ifPresentOrElse(count::setValue, () -> count.addExtension(Absent.masked()));
        return count;
    }

    /** A share in percent, or a median; none where the indicator is a count. */
    private Quantity score(Figure figure) {
        boolean isShare = populations().stream().anyMatch(ReportWriter::isNumerator);
        boolean isTime = isTime(measure);
        if (!isShare && !isTime) {
            return null;
        }
        Quantity score = new Quantity();
        Coding unit = Indicators.unit(measure);
        Optional<BigDecimal> value =
                isShare ? figure.percent() : figure.median().map(minutes -> in(unit, minutes));
        value.ifPresentOrElse(
                number -> {
                    score.setValue(number).setUnit(unit.getCode());
                    score.setSystem(unit.getSystem()).setCode(unit.getCode());
                },
                () -> score.addExtension(Absent.masked()));
        return score;
    }

    private static BigDecimal in(Coding unit, long minutes) {
        return DAYS.equals(unit.getCode())
                ? BigDecimal.valueOf(minutes).divide(MINUTES_OF_A_DAY, 1, RoundingMode.HALF_UP)
                : BigDecimal.valueOf(minutes);
    }
}
