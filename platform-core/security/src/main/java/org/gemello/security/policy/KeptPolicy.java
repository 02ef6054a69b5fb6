package org.gemello.security.policy;

import java.time.Instant;

/**
 * A policy as it is kept.
 *
 * @param policy   what it says
 * @param revision rises with every change of any policy, so that none comes back with another content
 * @param changed  when it was last changed
 * @param by       who has changed it
 */
public record KeptPolicy(Policy policy, long revision, Instant changed, String by) {
    /** Revision of a policy that is not there. */
    public static final long ABSENT = 0;
}
