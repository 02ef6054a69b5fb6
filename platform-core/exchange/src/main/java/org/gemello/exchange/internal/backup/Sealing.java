package org.gemello.exchange.internal.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form of a sealed backup: header, then chunks of {@value #CHUNK} bytes, each encrypted and authenticated by AES-256-GCM under a key
 * from the passphrase (PBKDF2 with HMAC-SHA256). The nonce of a chunk is a random prefix, the chunk's number, and whether it is the last
 * one (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015): chunks cannot be changed, dropped, swapped or cut off.
 * Header: magic (8), salt (16), iterations (4), prefix (7); it is authenticated with every chunk.
 */
final class Sealing {
    static final byte[] MAGIC = "GMLSEAL1".getBytes(StandardCharsets.ISO_8859_1);
    static final int SALT = 16;
    static final int PREFIX = 7;
    static final int HEADER = 8 + SALT + Integer.BYTES + PREFIX;
    static final int CHUNK = 1 << 16;
    static final int TAG = 16;
    /** As OWASP recommends for HMAC-SHA256. */
    static final int ITERATIONS = 600_000;
    /** More would only keep the reader busy. */
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private final byte[] header;
    private final SecretKeySpec key;
    private int number;

    /** @throws IOException where the header is not one */
    Sealing(byte[] header, char[] passphrase) throws IOException {
        this.header = header;
        ByteBuffer fields = ByteBuffer.wrap(header, MAGIC.length, HEADER - MAGIC.length);
        byte[] salt = new byte[SALT];
        int iterations = fields.get(salt).getInt();
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new IOException("the sealed backup asks for " + iterations + " iterations; it is damaged");
        }
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, 256);
        try {
            key = new SecretKeySpec(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(), "AES");
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot derive a key from a passphrase", e);
        } finally {
            spec.clearPassword();
        }
    }

    byte[] seal(byte[] chunk, int length, boolean last) throws IOException {
        return run(Cipher.ENCRYPT_MODE, chunk, length, last);
    }

    /** @throws IOException where the chunk is not as it was sealed */
    byte[] open(byte[] chunk, int length, boolean last) throws IOException {
        return run(Cipher.DECRYPT_MODE, chunk, length, last);
    }

    private byte[] run(int mode, byte[] chunk, int length, boolean last) throws IOException {
        byte[] nonce = Arrays.copyOf(Arrays.copyOfRange(header, HEADER - PREFIX, HEADER), 12);
        ByteBuffer.wrap(nonce).putInt(PREFIX, number).put(11, (byte) (last ? 1 : 0));
        number = Math.incrementExact(number);
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(header);
            return cipher.doFinal(chunk, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("the passphrase is wrong, or the backup is damaged", e);
        }
    }
}
