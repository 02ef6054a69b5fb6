package org.gemello.security;

import java.util.Optional;
import org.gemello.api.Caller;

/**
 * What became of a login.
 *
 * @param caller    the user, empty where the login is refused
 * @param needsCode the password is right, and the code of the second factor is missing
 */
public record Login(Optional<Caller> caller, boolean needsCode) {
    public static final Login REFUSED = new Login(Optional.empty(), false);
    public static final Login NEEDS_CODE = new Login(Optional.empty(), true);

    public static Login of(Caller caller) {
        return new Login(Optional.of(caller), false);
    }
}
