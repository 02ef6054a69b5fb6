package org.gemello.security.policy;

import org.gemello.api.Caller;
import org.gemello.security.ApiKey;

/**
 * Who asks.
 *
 * @param caller with the roles held
 * @param twins  beyond which nothing is allowed to them, whatever role or policy says: the twins that a key was made for
 */
public record Who(Caller caller, Globs twins) {

    /** Somebody whose proof of identity limits nothing. */
    public static Who of(Caller caller) {
        return new Who(caller, Globs.ALL);
    }

    boolean isKey() {
        return caller.name().startsWith(ApiKey.CALLER);
    }

    /** The key's name, or the user's. */
    String name() {
        return isKey() ? caller.name().substring(ApiKey.CALLER.length()) : caller.name();
    }
}
