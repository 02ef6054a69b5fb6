package org.gemello.security.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), version 1.3, written as its reference implementation does:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, the last two in Base64 without padding.
 */
final class Argon2Hash implements PasswordHash {
    static final String SCHEME = "$argon2id$";
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{43})");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** Keep a hostile users file from stopping the platform with a hash that takes all memory or all day. */
    private static final Cost MOST = new Cost(1 << 20, 100);
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    /** What one guess costs: memory in KiB, and passes over it. */
    record Cost(int memory, int passes) {
        /** OWASP Password Storage Cheat Sheet, 2024: 19 MiB, two passes, one lane. */
        static final Cost RECOMMENDED = new Cost(19 * 1024, 2);
    }

    private Argon2Hash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Hash of(char[] password, Cost cost) {
        byte[] salt = random(SALT_BYTES);
        return new Argon2Hash(cost, salt, derive(password, salt, cost));
    }

    /** A hash that no password has: checking against it takes as long as against a real one. */
    static Argon2Hash ofNobody(Cost cost) {
        return new Argon2Hash(cost, random(SALT_BYTES), random(HASH_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static Argon2Hash parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("password hash is not of the form $argon2id$v=19$m=memory,t=passes,p=1$salt$hash");
        }
        Cost cost = new Cost(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        if (cost.memory() < 8 || cost.passes() < 1 || cost.memory() > MOST.memory() || cost.passes() > MOST.passes()) {
            throw new IllegalArgumentException("password hash has a cost of " + cost + ", at most " + MOST + " is taken");
        }
        return new Argon2Hash(cost, Base64.getDecoder().decode(form.group(3)), Base64.getDecoder().decode(form.group(4)));
    }

    @Override
    public boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, derive(password, salt, cost));
    }

    private static byte[] derive(char[] password, byte[] salt, Cost cost) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] secret = Arrays.copyOf(bytes.array(), bytes.limit());
        byte[] hash = new byte[HASH_BYTES];
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memory()).withIterations(cost.passes()).withParallelism(1).withSalt(salt).build());
            generator.generateBytes(secret, hash);
            return hash;
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }

    @Override
    public String format() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return SCHEME + "v=19$m=" + cost.memory() + ",t=" + cost.passes() + ",p=1$" + base64.encodeToString(salt) + '$'
                + base64.encodeToString(hash);
    }
}
