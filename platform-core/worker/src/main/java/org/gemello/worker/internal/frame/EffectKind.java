package org.gemello.worker.internal.frame;

/** Calls of {@link org.gemello.spi.Effects} as they travel. */
final class EffectKind {
    static final int DERIVED_DOUBLE = 1;
    static final int DERIVED_LONG = 2;
    static final int RAISED = 3;
    static final int CLEARED = 4;
    static final int WRITTEN = 5;
    static final int REJECTED = 6;
    static final int DERIVED_TEXT = 7;
    static final int PROPOSED = 8;
    static final int WITHDRAWN = 9;
    static final int MEASURED = 10;

    /** Most effects of one call: what the answer of a hostile child may take of the platform's memory. */
    static final int MOST = 200_000;

    private EffectKind() {
    }
}
