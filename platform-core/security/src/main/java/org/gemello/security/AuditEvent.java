package org.gemello.security;

import org.gemello.api.TraceId;

/**
 * One thing that somebody did or tried to do.
 *
 * @param caller  user name as given, also where it is not that of a user
 * @param action  what, such as {@code login}, {@code command.submit}, {@code user.put}
 * @param object  to what, such as {@code wt-01/set-power-limit}
 * @param outcome what became of it
 * @param reason  why, or with which values; never a secret
 * @param trace   trace that it belongs to, {@link TraceId#NONE} for none
 */
public record AuditEvent(String caller, String action, String object, Outcome outcome, String reason, TraceId trace) {

    /** What became of an action. */
    public enum Outcome {
        /** It was let through; written before it is done. */
        ALLOWED,
        /** It was not let through. */
        REFUSED,
        /** It was let through and did not succeed. */
        FAILED
    }
}
