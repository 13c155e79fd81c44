package se.samspar.followup;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How long what counts took, in minutes; of an indicator that is no time, nothing. */
interface Medians {

    Medians NONE = new Medians() {
        @Override
        public Optional<Long> of(Optional<Set<String>> units) {
            return Optional.empty();
        }

        @Override
        public Map<String, Long> byUnit() {
            return Map.of();
        }
    };

    /** The median in these units, or in all. */
    Optional<Long> of(Optional<Set<String>> units);

    /** The median of each unit. */
    Map<String, Long> byUnit();
}
