package org.gemello.rest.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditLog;
import org.gemello.security.AuditRecord;
import org.gemello.security.AuditUnavailableException;
import org.gemello.security.AuditVerification;
import org.gemello.security.Login;
import org.gemello.security.UserStore;
import org.gemello.security.UserView;

/** Users {@code viewer}, {@code operator}, {@code engineer}, {@code admin} and {@code vendor}, whose password is their name, and an audit log that can be full. */
final class FakeSecurity implements UserStore, Audit {
    final List<AuditEvent> events = new CopyOnWriteArrayList<>();
    /** Where logins came from. */
    final List<String> addresses = new CopyOnWriteArrayList<>();
    volatile boolean full;
    volatile String problem = "";
    /** The events that were recorded, one a second since noon. */
    final AuditLog log = new AuditLog() {
        @Override
        public List<AuditRecord> read(long before, Predicate<AuditRecord> wanted, int limit) {
            return IntStream.range(0, events.size()).map(i -> events.size() - 1 - i)
                    .mapToObj(i -> new AuditRecord(i, FakePlatform.NOON.plusSeconds(i), events.get(i)))
                    .filter(line -> line.sequence() < before).filter(wanted).limit(limit).toList();
        }

        @Override
        public AuditVerification verify() {
            return new AuditVerification(events.size(), 1, problem, "MCowBQYDK2VwAyEA");
        }
    };
    private final List<Caller> users = new CopyOnWriteArrayList<>(List.of(new Caller("viewer", Set.of(Role.VIEWER)), new Caller("operator", Set.of(Role.OPERATOR)),
            new Caller("engineer", Set.of(Role.ENGINEER)), new Caller("admin", Set.of(Role.ADMINISTRATOR)), new Caller("vendor", Set.of(Role.VENDOR))));

    @Override
    public Optional<Caller> authenticate(String name, char[] password, String address) {
        addresses.add(address);
        return users.stream().filter(user -> user.name().equals(name) && Arrays.equals(password, name.toCharArray())).findFirst();
    }

    /** {@code guard} has a second factor, and its code is always 123456. */
    @Override
    public Login logIn(String name, char[] password, String code, String address) {
        if (name.equals("guard")) {
            return code.isEmpty() ? Login.NEEDS_CODE : code.equals("123456") ? Login.of(new Caller(name, Set.of(Role.VIEWER))) : Login.REFUSED;
        }
        return authenticate(name, password, address).map(Login::of).orElse(Login.REFUSED);
    }

    @Override
    public List<UserView> users() {
        return users.stream().map(user -> new UserView(user.name(), user.roles(), false)).sorted(Comparator.comparing(UserView::name)).toList();
    }

    @Override
    public void put(String name, char[] password, Set<Role> roles, Caller by) {
        if (password == null && users().stream().noneMatch(user -> user.name().equals(name))) {
            throw new IllegalArgumentException("a new user needs a password");
        }
        users.removeIf(user -> user.name().equals(name));
        users.add(new Caller(name, roles));
    }

    @Override
    public boolean remove(String name, Caller by) {
        return users.removeIf(user -> user.name().equals(name));
    }

    @Override
    public boolean changePassword(String name, char[] present, char[] next) {
        return authenticate(name, present, "").isPresent();
    }

    @Override
    public String offerSecondFactor(String name, char[] present, String code) {
        prove(name, present, code);
        return "MZXW6YTBOI";
    }

    @Override
    public boolean confirmSecondFactor(String name, String code) {
        return code.equals("123456");
    }

    @Override
    public boolean dropSecondFactor(String name, Caller by, char[] present, String code) {
        prove(by.name(), present, code);
        return name.equals("operator");
    }

    private void prove(String name, char[] present, String code) {
        if (logIn(name, present, code, "").caller().isEmpty()) {
            throw new SecurityException("your password or code is wrong");
        }
    }

    @Override
    public void record(AuditEvent event) {
        if (full) {
            throw new AuditUnavailableException("disk full", null);
        }
        events.add(event);
    }
}
