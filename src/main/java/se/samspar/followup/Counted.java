package se.samspar.followup;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is counted in a region, by unit and month.
 *
 * @param providers the care provider of each unit
 */
record Counted(List<Row> rows, Map<String, String> providers) {

    /** What is counted for a unit in a month. */
    record Row(String unit, YearMonth month, Cell cell) {}

    Cell region(CalendarPeriod period) {
        return rows.stream()
                .filter(row -> period.contains(row.month()))
                .map(Row::cell)
                .reduce(Cell.NONE, Cell::plus);
    }

    /** By care provider, or by unit of one of them; only those for which something is counted. */
    Map<String, Cell> parts(Optional<String> provider, CalendarPeriod period) {
        return rows.stream()
                .filter(row -> period.contains(row.month()))
                .filter(row -> provider.isEmpty() || provider.get().equals(provider(row)))
                .collect(Collectors.toMap(
                        row -> provider.isEmpty() ? provider(row) : row.unit(), Row::cell, Cell::plus, TreeMap::new));
    }

    /** The same, each by the parts of the period. */
    Map<String, List<Cell>> partsByTime(Optional<String> provider, CalendarPeriod period) {
        List<Map<String, Cell>> times =
                period.parts().stream().map(part -> parts(provider, part)).toList();
        return parts(provider, period).keySet().stream()
                .collect(Collectors.toMap(Function.identity(), organization -> times.stream()
                        .map(time -> time.getOrDefault(organization, Cell.NONE))
                        .toList()));
    }

    private String provider(Row row) {
        return providers.getOrDefault(row.unit(), row.unit());
    }
}
