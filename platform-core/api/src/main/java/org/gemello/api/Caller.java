package org.gemello.api;

import java.util.Set;

/**
 * Who asks: a user of the API or shell, or the platform itself.
 *
 * @param name  user name
 * @param roles roles held; see {@link Role}
 */
public record Caller(String name, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** True where the caller holds the role or one that includes it. */
    public boolean may(Role needed) {
        return roles.stream().anyMatch(held -> held.includes(needed));
    }
}
