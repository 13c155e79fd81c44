package se.samspar.followup.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Quantity;
import se.samspar.fhir.Parts;
import se.samspar.followup.CalendarPeriod;
import se.samspar.followup.Indicators;
import se.samspar.followup.report.FollowUpReport.Section;

/** How the figures of an indicator are said to people, in Swedish. */
final class Amounts {

    static final String PER_CENT = "procent";
    private static final String PER_CENT_CODE = "%";

    private Amounts() {}

    /** What an indicator is about: its share or median, or the number where it is a count. */
    static Optional<BigDecimal> value(Row row) {
        return row.score().isPresent() || row.masked().contains("score")
                ? row.score()
                : row.count().map(BigDecimal::valueOf);
    }

    /** Has it a figure other than nought? */
    static boolean tells(Row row) {
        return Stream.concat(value(row).stream(), row.count().map(BigDecimal::valueOf).stream())
                .anyMatch(figure -> figure.signum() != 0);
    }

    /** Of a share or time: a number is greater the more are counted, and what the region aims at is no measure of a unit's. */
    static Optional<BigDecimal> target(Section section, String url) {
        boolean isCount = !section.report().getGroupFirstRep().hasMeasureScore();
        return isCount && section.report().hasReporter()
                ? Optional.empty()
                : Optional.ofNullable(section.measure().getExtensionByUrl(url))
                        .flatMap(extension -> Parts.of(extension, "value", Quantity.class))
                        .map(Quantity::getValue);
    }

    static String unit(Measure measure) {
        return unit(String.valueOf(Indicators.unit(measure).getCode()));
    }

    static String unit(String code) {
        return switch (code) {
            case PER_CENT_CODE -> PER_CENT;
            case "min" -> LengthOfTime.MINUTES.word();
            case "d" -> "dagar";
            default -> "stycken";
        };
    }

    static String amount(BigDecimal value, String unit) {
        if (!unit.equals(LengthOfTime.MINUTES.word())) {
            return number(value) + " " + unit;
        }
        LengthOfTime length = LengthOfTime.of(value);
        return number(length.in(value).setScale(1, RoundingMode.HALF_UP)) + " " + length.word();
    }

    /** A share's column says its unit. */
    static String score(BigDecimal score, String code) {
        return code.equals(PER_CENT_CODE) ? number(score) : amount(score, unit(code));
    }

    static String number(BigDecimal value) {
        return NumberFormat.getInstance(CalendarPeriod.SWEDISH).format(value);
    }
}
