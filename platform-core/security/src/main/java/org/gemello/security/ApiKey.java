package org.gemello.security;

import java.time.Instant;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.Who;

/**
 * A key by which a program logs in. The key itself is not in here: it was shown once, to whoever made it.
 *
 * @param id      eight characters at its begin, by which it is recognised
 * @param name    what it is for, unique; its caller is {@code key:name}
 * @param role    what it may do
 * @param created when
 * @param creator who made it
 * @param expires from then on it lets nobody in
 * @param twins   the only ones that it has to do with, whatever its role
 */
public record ApiKey(String id, String name, Role role, Instant created, String creator, Instant expires, Globs twins) {
    /** What the caller's name begins with where a key is used; no user's name does. */
    public static final String CALLER = "key:";

    /** Who acts where this key is used. */
    public Caller caller() {
        return new Caller(CALLER + name, Set.of(role));
    }

    /** The same with what the key is limited to. */
    public Who who() {
        return new Who(caller(), twins);
    }
}
