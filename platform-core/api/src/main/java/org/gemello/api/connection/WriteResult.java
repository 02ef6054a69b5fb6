package org.gemello.api.connection;

/**
 * What became of a write.
 *
 * @param outcome see {@link Outcome}
 * @param reason  in words, with the source's status where it gave one
 */
public record WriteResult(Outcome outcome, String reason) {

    /** How a write can end. */
    public enum Outcome {
        /** Taken by the source and read back equal. */
        CONFIRMED,
        /** The source said no, or the point cannot be written. */
        REJECTED,
        /** Never sent: no connection before the deadline. */
        NOT_SENT,
        /** Sent, but no answer or no equal value read back before the deadline. */
        UNKNOWN
    }
}
