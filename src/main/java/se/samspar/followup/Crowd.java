package se.samspar.followup;

import java.util.HashSet;
import java.util.Set;

/**
 * Some facts and whom they are of. Of the people as many are named as tell whether they are enough, so that the same holds
 * of a sum: too few are named completely.
 */
record Crowd(int facts, Set<String> people) {

    /** More are enough whatever is asked for. */
    static final int MOST = 50;

    static final Crowd NONE = new Crowd(0, Set.of());

    Crowd plus(Crowd other) {
        Set<String> both = people;
        if (people.size() < MOST) {
            both = new HashSet<>(people);
            both.addAll(other.people);
        }
        return new Crowd(facts + other.facts, both);
    }

    boolean isEnough(int fewest) {
        return people.size() >= fewest;
    }

    boolean isNoneOrEnough(int fewest) {
        return facts == 0 || isEnough(fewest);
    }
}
