package org.gemello.security.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gemello.api.Caller;
import org.gemello.api.Role;

/**
 * A user as kept, one line of the users file: {@code name ROLE,ROLE hash} and, where the user has a second factor, its secret and the
 * step of the code that was used last.
 */
record User(String name, Set<Role> roles, PasswordHash hash, SecondFactor factor) {
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
        if (parts.length < 3 || parts.length > 5) {
            throw new IllegalArgumentException("a user is written: name ROLE,ROLE hash, and of a second factor its secret and the step that was used last");
        }
        Set<Role> roles = Arrays.stream(parts[1].split(",")).map(Role::valueOf).collect(Collectors.toSet());
        // without a step it was written before steps were kept
        SecondFactor factor = parts.length == 3 ? SecondFactor.NONE : new SecondFactor(parts[3], parts.length == 4 ? -1 : Long.parseLong(parts[4]));
        return new User(parts[0], roles, PasswordHash.parse(parts[2]), factor);
    }

    String format() {
        String list = new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(","));
        return name + ' ' + list + ' ' + hash.format() + (factor.isSet() ? ' ' + factor.secret() + ' ' + factor.used() : "");
    }

    User with(PasswordHash other) {
        return new User(name, roles, other, factor);
    }

    User with(Set<Role> others) {
        return new User(name, others, hash, factor);
    }

    User with(SecondFactor other) {
        return new User(name, roles, hash, other);
    }

    /** Without what must not come into a log. */
    @Override
    public String toString() {
        return name + ' ' + roles;
    }

    Caller caller() {
        return new Caller(name, roles);
    }
}
