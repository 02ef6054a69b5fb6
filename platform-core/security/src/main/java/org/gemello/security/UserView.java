package org.gemello.security;

import java.util.Set;
import org.gemello.api.Role;

/**
 * A local user as administrators see it.
 *
 * @param name         user name
 * @param roles        roles held
 * @param secondFactor whether a login needs a code too
 */
public record UserView(String name, Set<Role> roles, boolean secondFactor) {
    public UserView {
        roles = Set.copyOf(roles);
    }
}
