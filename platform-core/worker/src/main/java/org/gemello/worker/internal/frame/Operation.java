package org.gemello.worker.internal.frame;

import java.util.Locale;

/** What the parent asks of the child. The ordinal travels: add at the end, and raise {@link Hello#VERSION}. */
public enum Operation {
    /** What types are there: per type its id, its model, the schemas from which it migrates. */
    DESCRIBE,
    /** Makes a behaviour: object, type, twin, configuration, parts. */
    BEHAVIOR,
    /** Makes the state of a twin that has seen nothing: object, behaviour. */
    INITIAL,
    /** Makes a state from bytes: object, type, bytes; answers how many bytes were read. */
    DECODE,
    /** The bytes of a state: object, type. */
    ENCODE,
    /** Brings bytes to the next schema: type, place of the migration, bytes. */
    MIGRATE,
    /** Batch, behaviour, state; answers the effects. */
    SAMPLES,
    /** Time, behaviour, state; answers the effects. */
    TICK,
    /** Command, behaviour, state; answers the effects. */
    COMMAND,
    /** What became of a proposal, behaviour, state; answers the effects. */
    PROPOSAL;

    private static final Operation[] ALL = values();

    static Operation of(int ordinal) throws MalformedFrameException {
        if (ordinal < 0 || ordinal >= ALL.length) {
            throw new MalformedFrameException("there is no operation " + ordinal);
        }
        return ALL[ordinal];
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
