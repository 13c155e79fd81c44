package se.samspar.followup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A month, a third of a year or a year: periods of which each lies in the next longer one, so that no two of them overlap
 * otherwise.
 */
record CalendarPeriod(YearMonth first, Length length) {

    /** How long it is. */
    enum Length {
        MONTH(1),
        /** January to April, May to August, September to December: between the interim checks and the final report. */
        TERTIAL(4),
        YEAR(12);

        private final int months;

        Length(int months) {
            this.months = months;
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

    LocalDate start() {
        return first.atDay(1);
    }

    LocalDate end() {
        return first.plusMonths(length.months - 1L).atEndOfMonth();
    }

    boolean contains(YearMonth month) {
        return !month.isBefore(first) && month.isBefore(first.plusMonths(length.months));
    }

    /** The tertial that it lies in. */
    CalendarPeriod tertial() {
        return containing(first, Length.TERTIAL);
    }

    /** The next shorter ones that it consists of; none of a month. */
    List<CalendarPeriod> parts() {
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
