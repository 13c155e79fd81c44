package se.samspar.followup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Period;

/**
 * A month, a third of a year or a year: periods of which each lies in the next longer one, so that no two of them overlap
 * otherwise. In Swedish days.
 */
public record CalendarPeriod(YearMonth first, Length length) {

    /** As its months are called. */
    public static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern TERTIAL = Pattern.compile("(\\d{4})-T([123])");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    /** How long it is. */
    public enum Length {
        MONTH(1),
        /** January to April, May to August, September to December: between the interim checks and the final report. */
        TERTIAL(4),
        YEAR(12);

        private final int months;

        Length(int months) {
            this.months = months;
        }

        /** The period of this length that a day lies in. */
        public CalendarPeriod of(LocalDate day) {
            return containing(YearMonth.from(day), this);
        }
    }

    /** A period by its {@link #name}; empty where it is none. */
    public static Optional<CalendarPeriod> parse(String name) {
        try {
            Matcher tertial = TERTIAL.matcher(name);
            if (tertial.matches()) {
                YearMonth january = Year.parse(tertial.group(1)).atMonth(1);
                int before = Integer.parseInt(tertial.group(2)) - 1;
                return Optional.of(
                        new CalendarPeriod(january.plusMonths((long) before * Length.TERTIAL.months), Length.TERTIAL));
            } else if (YEAR.matcher(name).matches()) {
                return Optional.of(new CalendarPeriod(Year.parse(name).atMonth(1), Length.YEAR));
            } else if (MONTH.matcher(name).matches()) {
                return Optional.of(new CalendarPeriod(YearMonth.parse(name), Length.MONTH));
            }
            return Optional.empty();
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    /** The one with these first and last days. */
    static Optional<CalendarPeriod> of(LocalDate start, LocalDate end) {
        return Arrays.stream(Length.values())
                .map(length -> containing(YearMonth.from(start), length))
                .filter(period -> period.start().equals(start) && period.end().equals(end))
                .findFirst();
    }

    private static CalendarPeriod containing(YearMonth month, Length length) {
        int before = (month.getMonthValue() - 1) % length.months;
        return new CalendarPeriod(month.minusMonths(before), length);
    }

    /** Such as {@code 2026-10}, {@code 2026-T3} or {@code 2026}. */
    public String name() {
        return switch (length) {
            case MONTH -> first.toString();
            case TERTIAL -> "%d-T%d".formatted(first.getYear(), (first.getMonthValue() - 1) / length.months + 1);
            case YEAR -> Year.from(first).toString();
        };
    }

    /** Such as "oktober 2026", "september–december 2026" or "2026". */
    public String label() {
        return switch (length) {
            case MONTH -> monthName(start()) + " " + first.getYear();
            case TERTIAL -> monthName(start()) + "–" + monthName(end()) + " " + first.getYear();
            case YEAR -> name();
        };
    }

    private static String monthName(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, SWEDISH);
    }

    /** Its first day. */
    public LocalDate start() {
        return first.atDay(1);
    }

    /** Its last day. */
    public LocalDate end() {
        return first.plusMonths(length.months - 1L).atEndOfMonth();
    }

    /** The one of this length after it. */
    public CalendarPeriod next() {
        return new CalendarPeriod(first.plusMonths(length.months), length);
    }

    /** So many months, the last of them the last of this period. */
    public Stream<CalendarPeriod> monthsUntilEnd(int number) {
        YearMonth last = YearMonth.from(end());
        return IntStream.range(0, number)
                .mapToObj(i -> new CalendarPeriod(last.minusMonths(number - 1L - i), Length.MONTH));
    }

    /** Is it the period of a report? */
    public boolean is(Period period) {
        return start().toString().equals(period.getStartElement().getValueAsString())
                && end().toString().equals(period.getEndElement().getValueAsString());
    }

    boolean contains(YearMonth month) {
        return !month.isBefore(first) && month.isBefore(first.plusMonths(length.months));
    }

    /** The tertial that it lies in. */
    public CalendarPeriod tertial() {
        return containing(first, Length.TERTIAL);
    }

    /** The next shorter ones that it consists of; none of a month. */
    public List<CalendarPeriod> parts() {
        return switch (length) {
            case YEAR -> parts(Length.TERTIAL);
            case TERTIAL -> parts(Length.MONTH);
            case MONTH -> List.of();
        };
    }

    private List<CalendarPeriod> parts(Length shorter) {
        return IntStream.range(0, length.months / shorter.months)
                .mapToObj(i -> new CalendarPeriod(first.plusMonths((long) i * shorter.months), shorter))
                .toList();
    }
}
