package org.gemello.security.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a user's authenticator app shows codes of, and which of them was the last to be used.
 *
 * @param secret in Base32, empty where there is none
 * @param used   the step of the code that was used last, -1 before the first
 */
record SecondFactor(String secret, long used) {
    static final SecondFactor NONE = new SecondFactor("", -1);

    /** @throws IllegalArgumentException where the secret is not Base32 */
    SecondFactor {
        Base32.decode(secret);
    }

    boolean isSet() {
        return !secret.isEmpty();
    }

    /** As it is once this code is used; empty where the code is wrong or has been used. */
    Optional<SecondFactor> use(String code, Instant now) {
        // a step that has not come yet was written while the clock was wrong; it must not keep the user out until then
        long last = used > Totp.step(now) + Totp.DRIFT ? -1 : used;
        OptionalLong step = isSet() ? Totp.accepted(Base32.decode(secret), code, now, last) : OptionalLong.empty();
        return step.isPresent() ? Optional.of(new SecondFactor(secret, step.getAsLong())) : Optional.empty();
    }

    /** Without what must not come into a log. */
    @Override
    public String toString() {
        return isSet() ? "second factor" : "no second factor";
    }
}
