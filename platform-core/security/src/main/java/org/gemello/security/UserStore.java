package org.gemello.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.osgi.annotation.versioning.ProviderType;

/** The local users. Safe for use by many threads. Passwords are never kept or logged; the arrays given stay the caller's. */
@ProviderType
public interface UserStore {

    /**
     * Checks a password. An unknown user, a wrong password and a user that is locked out after repeated failures all give
     * the same answer. Failures are audited. A password that was right is remembered for some minutes, so that a client that
     * sends it with every request costs little.
     *
     * @return the user with the roles held, empty where the login is refused
     */
    Optional<Caller> authenticate(String name, char[] password);

    /** All users by name. */
    List<Caller> users();

    /**
     * Adds a user, or gives an existing one another password and other roles; on disk and audited when this returns.
     *
     * @param name     1 to 64 lower-case letters, digits, {@code .}, {@code _}, {@code -}; the first is a letter or digit
     * @param password 12 to 128 characters
     * @param roles    at least one
     * @param by       who changes it
     * @throws IllegalArgumentException  where name, password or roles have another form, or no administrator would be left
     * @throws SecurityException         where {@code by} is no administrator
     * @throws AuditUnavailableException where the change cannot be audited; nothing was changed
     */
    void put(String name, char[] password, Set<Role> roles, Caller by);

    /**
     * Removes a user; on disk and audited when this returns. Throws as {@link #put} does.
     *
     * @return false where there is no such user
     */
    boolean remove(String name, Caller by);
}
