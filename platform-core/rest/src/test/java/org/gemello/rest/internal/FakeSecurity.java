package org.gemello.rest.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditUnavailableException;
import org.gemello.security.UserStore;

/** Users {@code viewer}, {@code operator}, {@code engineer} and {@code admin}, whose password is their name, and an audit log that can be full. */
final class FakeSecurity implements UserStore, Audit {
    final List<AuditEvent> events = new CopyOnWriteArrayList<>();
    volatile boolean full;
    private final List<Caller> users = List.of(new Caller("viewer", Set.of(Role.VIEWER)), new Caller("operator", Set.of(Role.OPERATOR)),
            new Caller("engineer", Set.of(Role.ENGINEER)), new Caller("admin", Set.of(Role.ADMINISTRATOR)));

    @Override
    public Optional<Caller> authenticate(String name, char[] password) {
        return users.stream().filter(user -> user.name().equals(name) && Arrays.equals(password, name.toCharArray())).findFirst();
    }

    @Override
    public List<Caller> users() {
        return users;
    }

    @Override
    public void put(String name, char[] password, Set<Role> roles, Caller by) {
        throw new UnsupportedOperationException("the API changes no users");
    }

    @Override
    public boolean remove(String name, Caller by) {
        throw new UnsupportedOperationException("the API changes no users");
    }

    @Override
    public void record(AuditEvent event) {
        if (full) {
            throw new AuditUnavailableException("disk full", null);
        }
        events.add(event);
    }
}
