package org.gemello.security.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Which codes were used, and whose secrets wait for their first code; both in memory. Names come from known users only. */
final class SecondFactors {
    /** HMAC-SHA-1's own length (RFC 4226, 4). */
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Clock clock;
    private final Map<String, Long> used = new ConcurrentHashMap<>();
    private final Map<String, String> offered = new ConcurrentHashMap<>();

    SecondFactors(Clock clock) {
        this.clock = clock;
    }

    /** True once for each code of the secret. */
    synchronized boolean accepts(String name, String secret, String code) {
        OptionalLong step = Totp.accepted(Base32.decode(secret), code, clock.instant(), used.getOrDefault(name, -1L));
        step.ifPresent(good -> used.put(name, good));
        return step.isPresent();
    }

    /** A new secret, which replaces one that was offered before. */
    String offer(String name) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String text = Base32.encode(secret);
        offered.put(name, text);
        return text;
    }

    /** The offered secret where the code shows that the app has it. */
    synchronized Optional<String> confirm(String name, String code) {
        String secret = offered.get(name);
        if (secret == null || !accepts(name, secret, code)) {
            return Optional.empty();
        }
        offered.remove(name);
        return Optional.of(secret);
    }
}
