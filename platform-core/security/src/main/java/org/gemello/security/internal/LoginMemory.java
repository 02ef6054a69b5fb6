package org.gemello.security.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes which password was right, as a MAC under a key that lives in this process only. One entry per
 * user, so it is as small as the number of users.
 */
final class LoginMemory {
    static final Duration TIME = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();

    private record Login(User user, byte[] mac, Instant until) {
    }

    LoginMemory(Clock clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** True where this very user, unchanged since, has lately logged in with this password. */
    boolean knows(User user, char[] password) {
        Login login = logins.get(user.name());
        return login != null && login.user() == user && clock.instant().isBefore(login.until())
                && MessageDigest.isEqual(login.mac(), mac(password));
    }

    void add(User user, char[] password) {
        logins.put(user.name(), new Login(user, mac(password), clock.instant().plus(TIME)));
    }

    void forget(String name) {
        logins.remove(name);
    }

    private byte[] mac(char[] password) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(bytes.duplicate());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        } finally {
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }
}
