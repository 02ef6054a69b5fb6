package org.gemello.security.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gemello.api.Caller;
import org.gemello.api.Role;

/** A user as kept, one line of the users file: {@code name ROLE,ROLE hash}. */
record User(String name, Set<Role> roles, PasswordHash hash) {
    static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** @throws IllegalArgumentException where the name has another form or there is no role */
    User {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("user name '" + name + "' is not of the form " + NAME.pattern());
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("user '" + name + "' needs a role, one of " + Arrays.toString(Role.values()));
        }
        roles = Set.copyOf(roles);
    }

    static User parse(String line) {
        String[] parts = line.split(" ");
        if (parts.length != 3) {
            throw new IllegalArgumentException("a user is written: name ROLE,ROLE hash");
        }
        Set<Role> roles = Arrays.stream(parts[1].split(",")).map(Role::valueOf).collect(Collectors.toSet());
        return new User(parts[0], roles, PasswordHash.parse(parts[2]));
    }

    String format() {
        String list = new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(","));
        return name + ' ' + list + ' ' + hash.format();
    }

    Caller caller() {
        return new Caller(name, roles);
    }
}
