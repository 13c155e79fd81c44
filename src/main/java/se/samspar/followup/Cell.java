package se.samspar.followup;

/**
 * What is counted together: the facts that meet the criterion of the indicator and those that do not, each apart by
 * whether whoever asks knows of them itself. It could subtract those that it knows.
 */
record Cell(Crowd knownMet, Crowd knownUnmet, Crowd othersMet, Crowd othersUnmet) {

    static final Cell NONE = new Cell(Crowd.NONE, Crowd.NONE, Crowd.NONE, Crowd.NONE);

    static Cell of(boolean met, boolean known, Crowd crowd) {
        if (known) {
            return met
                    ? new Cell(crowd, Crowd.NONE, Crowd.NONE, Crowd.NONE)
                    : new Cell(Crowd.NONE, crowd, Crowd.NONE, Crowd.NONE);
        }
        return met
                ? new Cell(Crowd.NONE, Crowd.NONE, crowd, Crowd.NONE)
                : new Cell(Crowd.NONE, Crowd.NONE, Crowd.NONE, crowd);
    }

    Cell plus(Cell other) {
        return new Cell(
                knownMet.plus(other.knownMet),
                knownUnmet.plus(other.knownUnmet),
                othersMet.plus(other.othersMet),
                othersUnmet.plus(other.othersUnmet));
    }

    private Crowd met() {
        return knownMet.plus(othersMet);
    }

    private Crowd unmet() {
        return knownUnmet.plus(othersUnmet);
    }

    int whole() {
        return met().facts() + unmet().facts();
    }

    int part() {
        return met().facts();
    }

    boolean isNone() {
        return whole() == 0;
    }

    /** Is it of enough people, and what others know of enough or none? */
    boolean isWholeOfEnough(int fewest) {
        return met().plus(unmet()).isEnough(fewest)
                && othersMet.plus(othersUnmet).isNoneOrEnough(fewest);
    }

    /** Do enough people's meet the criterion, and those of enough or none not, of all and of what others know? */
    boolean isPartOfEnough(int fewest) {
        return met().isEnough(fewest)
                && unmet().isNoneOrEnough(fewest)
                && othersMet.isNoneOrEnough(fewest)
                && othersUnmet.isNoneOrEnough(fewest);
    }

    /** The same for somebody who knows of facts, but not which of them meet the criterion. */
    boolean isPartOfEnoughOfKnownToo(int fewest) {
        return isPartOfEnough(fewest) && knownMet.isNoneOrEnough(fewest) && knownUnmet.isNoneOrEnough(fewest);
    }
}
