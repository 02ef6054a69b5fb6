package org.gemello.security;

import java.time.Instant;
import org.gemello.api.Caller;

/**
 * One login of a person at a browser. The token that proves it is not in here, only its hash.
 *
 * @param id     SHA-256 of the token, in hexadecimal: names the session without giving it away
 * @param csrf   what every request that changes something must send beside the cookie
 * @param caller who has logged in, with the roles held then
 * @param opened when
 * @param until  when it ends at the latest, however busy it is
 */
public record Session(String id, String csrf, Caller caller, Instant opened, Instant until) {

    /** Without what must not come into a log. */
    @Override
    public String toString() {
        return "Session[of " + caller.name() + " since " + opened + ']';
    }
}
