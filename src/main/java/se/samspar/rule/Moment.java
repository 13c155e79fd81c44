package se.samspar.rule;

/** When a rule runs. Either way every finding of the transaction is collected before anything is refused. */
public enum Moment {
    /** When the resource is written, before the server fills in its own elements: judges what the client sent. */
    ON_WRITE,
    /**
     * When the references of the transaction are resolved, before any other rule follows them. A finding here ends the
     * judgement: what lies behind a reference may not be the writer's to learn about.
     */
    ON_REFERENCES,
    /** On the final state of the transaction, just before commit: for what spans resources. */
    BEFORE_COMMIT,
    /**
     * After all others, when nothing else is refused and the write is no rehearsal: what such a rule finds tells that
     * another unit has something, so nobody is to ask without meaning it.
     */
    IN_EARNEST
}
