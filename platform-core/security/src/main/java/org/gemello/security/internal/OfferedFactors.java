package org.gemello.security.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Second factors that wait for their first code; in memory. Names come from known users only. */
final class OfferedFactors {
    /** HMAC-SHA-1's own length (RFC 4226, 4). */
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Map<String, SecondFactor> offered = new ConcurrentHashMap<>();

    /** A new secret, which replaces one that was offered before. */
    String offer(String name) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String text = Base32.encode(secret);
        offered.put(name, new SecondFactor(text, -1));
        return text;
    }

    /** The offered factor where the code shows that the app has it; the code is used up by that. */
    Optional<SecondFactor> confirm(String name, String code, Instant now) {
        return Optional.ofNullable(offered.get(name)).flatMap(factor -> factor.use(code, now));
    }

    void forget(String name) {
        offered.remove(name);
    }
}
