package se.samspar.fhir;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Which of the counts that make up a known total may be told: none of a few people, and so many fewer that what is left
 * out is of enough as well, or it could be worked out from the total.
 *
 * @param fits is a count of enough to be told?
 * @param sum of two counts
 * @param size how many a count is of: where there is a choice, the smallest are left out
 */
public record Told<C>(Predicate<C> fits, BinaryOperator<C> sum, ToIntFunction<C> size) {

    /** Of numbers of people: none of fewer than these. */
    public static Told<Integer> ofNumbers(int fewest) {
        return new Told<>(number -> number >= fewest, Integer::sum, number -> number);
    }

    /** The keys of those that may be told of all that together are the total. */
    public <K extends Comparable<K>> Set<K> of(Map<K, C> counts) {
        return of(counts, counts.keySet());
    }

    /** The same among some of them only; the others are left out already. */
    public <K extends Comparable<K>> Set<K> of(Map<K, C> counts, Collection<K> among) {
        Set<K> told = new HashSet<>(among);
        told.removeIf(key -> !fits.test(counts.get(key)));
        Comparator<K> smallest = Comparator.comparingInt(key -> size.applyAsInt(counts.get(key)));
        while (!told.isEmpty() && left(counts, told).filter(fits.negate()).isPresent()) {
            told.remove(told.stream()
                    .min(smallest.thenComparing(Comparator.naturalOrder()))
                    .orElseThrow());
        }
        return told;
    }

    private <K> Optional<C> left(Map<K, C> counts, Set<K> told) {
        return counts.entrySet().stream()
                .filter(count -> !told.contains(count.getKey()))
                .map(Map.Entry::getValue)
                .reduce(sum);
    }
}
