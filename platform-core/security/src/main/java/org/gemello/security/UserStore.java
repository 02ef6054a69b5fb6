package org.gemello.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The local users. Safe for use by many threads. Passwords are never kept or logged; the arrays given stay the caller's. What changes a
 * user is audited, and on disk when it returns; it throws {@link AuditUnavailableException}, and changes nothing, where it cannot be
 * audited.
 */
@ProviderType
public interface UserStore {

    /**
     * Checks a password where no code can be asked for, as with HTTP Basic; a user with a second factor is refused. An unknown user, a wrong
     * password, and a name or address that has to wait after repeated failures all give the same answer. Failures are audited. A password that was
     * right is remembered for some minutes, so that a client that sends it with every request costs little.
     *
     * @param address that the login comes from, such as {@code 192.0.2.7}; empty where it is not known
     * @return the user with the roles held, empty where the login is refused
     */
    Optional<Caller> authenticate(String name, char[] password, String address);

    /**
     * Checks a password and, where the user has a second factor, its code. A code is good once; a wrong one counts as a failure.
     *
     * @param code    six digits, empty where none was given
     * @param address as for {@link #authenticate}
     */
    Login logIn(String name, char[] password, String code, String address);

    /** All users by name. */
    List<UserView> users();

    /**
     * Adds a user, or gives an existing one another password and other roles.
     *
     * @param name     1 to 64 lower-case letters, digits, {@code .}, {@code _}, {@code -}; the first is a letter or digit
     * @param password 12 to 128 characters; null to keep that of an existing user
     * @param roles    at least one
     * @param by       who changes it
     * @throws IllegalArgumentException where name, password or roles have another form, or no administrator would be left
     * @throws SecurityException        where {@code by} is no administrator
     */
    void put(String name, char[] password, Set<Role> roles, Caller by);

    /**
     * Removes a user. Throws as {@link #put} does.
     *
     * @return false where there is no such user
     */
    boolean remove(String name, Caller by);

    /**
     * Lets a user choose another password.
     *
     * @return false where the present one is wrong or the name has to wait
     * @throws IllegalArgumentException where the new one has another form
     */
    boolean changePassword(String name, char[] present, char[] next);

    /**
     * Offers a user a new second factor. It counts from {@link #confirmSecondFactor} on; until then the present one does.
     *
     * @param present the user's password, asked for again: the session may be one that was left open
     * @param code    of the present second factor, empty where there is none
     * @return its secret in Base32, for an authenticator app (RFC 6238: SHA-1, 30 s, six digits)
     * @throws IllegalArgumentException where there is no such local user
     * @throws SecurityException        where password or code is wrong, or the name has to wait; it counts as a failed login
     */
    String offerSecondFactor(String name, char[] present, String code);

    /** @return false where the code is not one of the secret that was offered last */
    boolean confirmSecondFactor(String name, String code);

    /**
     * Takes a user's second factor away: one's own, or, as an administrator, that of somebody whose phone is lost. Throws as {@link #put} does.
     *
     * @param present password of {@code by}, asked for again
     * @param code    of the second factor of {@code by}, empty where there is none
     * @return false where there is no such user, or no second factor
     * @throws SecurityException where {@code by} is neither the user nor an administrator, or no local user, or password or code is wrong
     */
    boolean dropSecondFactor(String name, Caller by, char[] present, String code);
}
