package org.gemello.rest.internal.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemello.api.Role;
import org.gemello.rest.internal.contract.RoleJson;
import org.gemello.rest.internal.contract.UserJson;
import org.gemello.security.UserView;

/** Users and roles, from the contract's form to the platform's and back. */
public final class UserMapping {
    private UserMapping() {
    }

    public static UserJson of(UserView user) {
        return new UserJson().name(user.name()).roles(of(user.roles())).secondFactor(user.secondFactor());
    }

    public static List<RoleJson> of(Set<Role> roles) {
        return roles.stream().sorted().map(role -> RoleJson.fromValue(role.name())).toList();
    }

    public static Set<Role> roles(Collection<RoleJson> roles) {
        return roles.stream().map(role -> Role.valueOf(role.name())).collect(Collectors.toSet());
    }
}
