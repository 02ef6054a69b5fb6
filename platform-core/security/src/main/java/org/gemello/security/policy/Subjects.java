package org.gemello.security.policy;

import java.util.Collections;
import java.util.Set;
import org.gemello.api.Role;

/**
 * Whom a policy is for: a user, the holder of a role, or a key that one of these names.
 *
 * @param users by name
 * @param roles that are held themselves: a policy for OPERATOR is not one for administrators, who may do the same
 * @param keys  by name
 */
public record Subjects(Globs users, Set<Role> roles, Globs keys) {

    /** @throws IllegalArgumentException where it is nobody */
    public Subjects {
        roles = Set.copyOf(roles);
        if (users.isEmpty() && roles.isEmpty() && keys.isEmpty()) {
            throw new IllegalArgumentException("a policy needs users, roles or keys that it is for");
        }
    }

    boolean include(Who who) {
        return (who.isKey() ? keys : users).matches(who.name()) || !Collections.disjoint(roles, who.caller().roles());
    }
}
