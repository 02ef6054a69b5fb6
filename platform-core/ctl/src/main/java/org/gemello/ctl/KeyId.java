package org.gemello.ctl;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** How a platform names a public key: SHA-256 of its SubjectPublicKeyInfo (RFC 5280, 4.1). */
final class KeyId {
    private KeyId() {
    }

    /**
     * The id of a key in PEM (RFC 7468).
     *
     * @param file for the message
     * @throws UsageException where it is no PEM
     */
    static String of(String pem, Path file) {
        try {
            byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + " is no public key in PEM");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
