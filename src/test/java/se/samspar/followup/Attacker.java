package se.samspar.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Somebody who has sums over cells and works out others from them: adds and subtracts them in all ways until each of them
 * has a cell of its own, and then adds those up by two.
 */
final class Attacker {

    private static final long PRIME = 1_000_000_007L; // exact enough: coefficients are small

    private final int cells;
    private final List<long[]> solved = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    Attacker(int cells) {
        this.cells = cells;
    }

    /** Is told the sum over these cells. */
    void learn(long[] sum) {
        long[] left = without(sum);
        for (int i = 0; i < cells; i++) {
            if (left[i] != 0) {
                scale(left, inverse(left[i]));
                for (long[] row : solved) {
                    subtract(row, left, row[i]);
                }
                solved.add(left);
                pivots.add(i);
                return;
            }
        }
    }

    boolean knows(long[] sum) {
        for (long left : without(sum)) {
            if (left != 0) {
                return false;
            }
        }
        return true;
    }

    /** All sums over sets of cells that it finds. */
    void workOut(Consumer<long[]> found) {
        for (int i = 0; i < solved.size(); i++) {
            report(solved.get(i), found);
            for (int j = 0; j < i; j++) {
                report(sum(solved.get(i), solved.get(j)), found);
            }
        }
    }

    private static void report(long[] sum, Consumer<long[]> found) {
        for (long coefficient : sum) {
            if (coefficient > 1) {
                return;
            }
        }
        found.accept(sum);
    }

    private long[] without(long[] sum) {
        long[] left = sum.clone();
        for (int row = 0; row < solved.size(); row++) {
            subtract(left, solved.get(row), left[pivots.get(row)]);
        }
        return left;
    }

    private static long[] sum(long[] one, long[] other) {
        long[] sum = one.clone();
        subtract(sum, other, PRIME - 1);
        return sum;
    }

    private static void subtract(long[] from, long[] row, long times) {
        if (times != 0) {
            for (int i = 0; i < from.length; i++) {
                from[i] = Math.floorMod(from[i] - times * row[i], PRIME);
            }
        }
    }

    private static void scale(long[] row, long by) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * by % PRIME;
        }
    }

    private static long inverse(long number) {
        long power = PRIME - 2;
        long base = number;
        long result = 1;
        for (; power > 0; power >>= 1) {
            result = (power & 1) == 1 ? result * base % PRIME : result;
            base = base * base % PRIME;
        }
        return result;
    }
}
