package org.gemello.security.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time passwords by time (RFC 6238): HMAC-SHA-1, steps of 30 s, six digits, which is what every authenticator app takes. */
final class Totp {
    static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /** Clocks of phones differ: one step before and one after the present one are good too (RFC 6238, 5.2). */
    static final int DRIFT = 1;
    /** How long a code is good. */
    static final int GOOD_SECONDS = (1 + 2 * DRIFT) * STEP_SECONDS;

    private Totp() {
    }

    /** The code of one step (RFC 4226, 5.3). */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int binary = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", binary % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /**
     * The step that a code belongs to.
     *
     * @param after the last step whose code was used: a code is good once
     * @return empty where the code is of no step that is good now
     */
    static OptionalLong accepted(byte[] secret, String code, Instant now, long after) {
        long present = step(now);
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        for (long step = Math.max(after + 1, present - DRIFT); step <= present + DRIFT; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), given)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }
}
