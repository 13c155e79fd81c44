package se.samspar.demo.year;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Decides, always alike from the same seed. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A seed for something of its own. */
    long seed() {
        return random.nextLong();
    }

    /** True in so large a share of the cases. */
    boolean in(double share) {
        return random.nextDouble() < share;
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> T of(List<T> all, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * all.stream().mapToDouble(weight).sum();
        for (T one : all) {
            left -= weight.applyAsDouble(one);
            if (left < 0) {
                return one;
            }
        }
        return all.get(all.size() - 1);
    }
}
