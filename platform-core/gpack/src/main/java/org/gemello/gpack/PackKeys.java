package org.gemello.gpack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.gemello.gpack.internal.AtomicFile;
import org.gemello.gpack.internal.Sha256;

/**
 * Ed25519 keys (RFC 8032) in PEM: the private one as PKCS #8 (RFC 8410), the public one as SubjectPublicKeyInfo, as OpenSSL writes and
 * reads them. No message of this class carries a private key.
 */
public final class PackKeys {
    static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LARGEST = 16 << 10;

    private PackKeys() {
    }

    public static KeyPair generate() {
        return generate(new SecureRandom());
    }

    private static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    /** Identity of a key: SHA-256 of its SubjectPublicKeyInfo in lower-case hex. */
    public static String id(PublicKey key) {
        return Sha256.of(key.getEncoded());
    }

    /** Writes a private key to a new file that only its owner can read (0600, where the file system knows that). */
    public static void writePrivate(Path file, PrivateKey key) throws IOException {
        byte[] pem = pem(PRIVATE, key.getEncoded());
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] owner = !posix ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};
        Files.createFile(file, owner);
        Files.write(file, pem);
    }

    public static void writePublic(Path file, PublicKey key) throws IOException {
        AtomicFile.replace(file, publicPem(key).getBytes(StandardCharsets.US_ASCII));
    }

    public static String publicPem(PublicKey key) {
        return new String(pem(PUBLIC, key.getEncoded()), StandardCharsets.US_ASCII);
    }

    /**
     * A private key with the public key that belongs to it.
     *
     * @throws IOException where the file cannot be read or holds no Ed25519 private key in PKCS #8
     */
    public static KeyPair readPrivate(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is too large for a key");
        }
        try {
            byte[] der = block(PRIVATE, Files.readString(file, StandardCharsets.US_ASCII), file.toString());
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
            return pairOf((EdECPrivateKey) key);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no Ed25519 private key in PKCS #8; make one with 'keygen'", e);
        }
    }

    /**
     * A public key.
     *
     * @throws IOException where the text holds no Ed25519 public key
     */
    public static PublicKey readPublic(String pem) throws IOException {
        if (pem.length() > LARGEST) {
            throw new IOException("the text is too long for a key");
        }
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(block(PUBLIC, pem, "the text")));
        } catch (GeneralSecurityException e) {
            throw new IOException("the text holds no Ed25519 public key (SubjectPublicKeyInfo in PEM)", e);
        }
    }

    /**
     * The JDK computes a public key only where it makes a pair, and an Ed25519 private key is the 32 random bytes that it drew (RFC 8032,
     * 5.1.5): so the pair is made again from the same bytes.
     */
    private static KeyPair pairOf(EdECPrivateKey key) throws IOException {
        byte[] seed = key.getBytes().orElseThrow(() -> new IOException("the key store does not give the key away"));
        KeyPair pair = generate(new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        if (!pair.getPrivate().equals(key)) {
            throw new IOException("this Java platform draws Ed25519 keys in another way; the public key cannot be computed");
        }
        return pair;
    }

    private static byte[] pem(String kind, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] block(String kind, String text, String where) throws IOException {
        String begin = "-----BEGIN " + kind + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + kind + "-----");
        if (from < 0 || to < from) {
            throw new IOException(where + " holds no PEM block '" + kind + "'");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            throw new IOException(where + " holds a damaged PEM block '" + kind + "'", e);
        }
    }
}
