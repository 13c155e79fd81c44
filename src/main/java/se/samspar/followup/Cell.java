package se.samspar.followup;

/**
 * What is counted together: the facts that meet the criterion of the indicator and those that do not, and which of both
 * whoever asks does not know itself. It could subtract those that it knows.
 */
record Cell(Crowd met, Crowd unmet, Crowd othersMet, Crowd othersUnmet) {

    static final Cell NONE = new Cell(Crowd.NONE, Crowd.NONE, Crowd.NONE, Crowd.NONE);

    static Cell of(boolean met, boolean known, Crowd crowd) {
        Crowd others = known ? Crowd.NONE : crowd;
        return met ? new Cell(crowd, Crowd.NONE, others, Crowd.NONE) : new Cell(Crowd.NONE, crowd, Crowd.NONE, others);
    }

    Cell plus(Cell other) {
        return new Cell(
                met.plus(other.met),
                unmet.plus(other.unmet),
                othersMet.plus(other.othersMet),
                othersUnmet.plus(other.othersUnmet));
    }

    int whole() {
        return met.facts() + unmet.facts();
    }

    int part() {
        return met.facts();
    }

    boolean isNone() {
        return whole() == 0;
    }

    /** Is it of enough people, and what others know of enough or none? */
    boolean isWholeOfEnough(int fewest) {
        return met.plus(unmet).isEnough(fewest) && othersMet.plus(othersUnmet).isNoneOrEnough(fewest);
    }

    /** Do enough people's meet the criterion, and those of enough or none not, of all and of what others know? */
    boolean isPartOfEnough(int fewest) {
        return met.isEnough(fewest)
                && unmet.isNoneOrEnough(fewest)
                && othersMet.isNoneOrEnough(fewest)
                && othersUnmet.isNoneOrEnough(fewest);
    }
}
