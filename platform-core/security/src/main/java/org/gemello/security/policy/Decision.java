package org.gemello.security.policy;

/**
 * Whether something may be done.
 *
 * @param because the policy by name, or the role, that it follows from; for people
 */
public record Decision(boolean allowed, String because) {
}
