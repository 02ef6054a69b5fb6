package org.gemello.shell.internal;

import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.Caller;
import org.gemello.api.Role;

/** What the platform's roles are called in the container. */
final class ShellRoles {
    private ShellRoles() {
    }

    /** Roles as the container's access lists know them. {@code ssh} lets in from outside: administrators alone. */
    static Set<String> of(Caller caller) {
        Set<String> roles = new TreeSet<>();
        if (caller.may(Role.VIEWER)) {
            roles.add("viewer");
        }
        if (caller.may(Role.ENGINEER)) {
            roles.add("manager");
        }
        if (caller.may(Role.ADMINISTRATOR)) {
            roles.addAll(Set.of("admin", "systembundles", "ssh"));
        }
        return roles;
    }
}
