package org.gemello.security.policy;

/**
 * Whether something may be done.
 *
 * @param approval only once somebody else has approved it; never where it is not allowed
 * @param because  the policy by name, or the role, that it follows from; for people
 */
public record Decision(boolean allowed, boolean approval, String because) {

    static Decision allowed(String because) {
        return new Decision(true, false, because);
    }

    static Decision denied(String because) {
        return new Decision(false, false, because);
    }
}
