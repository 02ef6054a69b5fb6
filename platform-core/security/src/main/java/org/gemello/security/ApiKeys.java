package org.gemello.security;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.policy.Globs;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The keys of programs. Safe for use by many threads. What changes them is audited, and on disk when it returns; it throws
 * {@link AuditUnavailableException}, and changes nothing, where it cannot be audited.
 */
@ProviderType
public interface ApiKeys {
    /** What every key begins with, so that a scanner of source code finds one that was left there. */
    String PREFIX = "gmk_";

    /**
     * A key that was just made.
     *
     * @param secret the key; it is kept nowhere and cannot be shown again
     */
    record NewKey(String secret, ApiKey key) {

        /** Without what must not come into a log. */
        @Override
        public String toString() {
            return "NewKey[" + key + ']';
        }
    }

    /**
     * Makes a key.
     *
     * @param name  what it is for: 1 to 64 lower-case letters, digits, {@code .}, {@code _}, {@code -}
     * @param role  at most a role that {@code by} holds
     * @param twins the only ones that it will have to do with, at least one pattern
     * @param life  at least a minute, at most 366 days
     * @throws IllegalArgumentException where name or life have another form, a key has the name, or there are too many
     * @throws SecurityException        where {@code by} is no administrator
     */
    NewKey create(String name, Role role, Globs twins, Duration life, Caller by);

    /** All keys by name, also those that have expired. */
    List<ApiKey> keys();

    /**
     * Takes a key back.
     *
     * @return false where there is no such key
     * @throws SecurityException where {@code by} is no administrator
     */
    boolean revoke(String id, Caller by);

    /** The key that this text is; empty where it is none, or has expired. */
    Optional<ApiKey> find(String secret);
}
