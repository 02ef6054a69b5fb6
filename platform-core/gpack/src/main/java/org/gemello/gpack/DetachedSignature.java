package org.gemello.gpack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.internal.Problems;
import org.gemello.gpack.internal.YamlMap;
import org.gemello.gpack.internal.YamlText;

/**
 * A signature that lies beside what it signs: {@code pack.sig} beside {@code pack.yaml}, {@code index.sig} beside {@code index.yaml}.
 *
 * @param publisher who claims to have signed
 * @param key       id of the key, see {@link PackKeys#id}
 * @param bytes     Ed25519 signature (RFC 8032), 64 bytes
 */
public record DetachedSignature(String publisher, String key, byte[] bytes) {
    private static final int BYTES = 64;

    public DetachedSignature {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public static DetachedSignature sign(byte[] content, String publisher, KeyPair key) {
        try {
            Signature signature = Signature.getInstance(PackKeys.ALGORITHM);
            signature.initSign(key.getPrivate());
            signature.update(content);
            return new DetachedSignature(publisher, PackKeys.id(key.getPublic()), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot sign with Ed25519", e);
        }
    }

    /** True where the owner of the key has signed exactly this. */
    public boolean fits(byte[] content, PublicKey by) {
        try {
            Signature signature = Signature.getInstance(PackKeys.ALGORITHM);
            signature.initVerify(by);
            signature.update(content);
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false; // a signature that cannot even be looked at does not fit
        }
    }

    /**
     * Reads the YAML of a signature.
     *
     * @param file its name, for messages
     * @throws PackRefusedException where it is none
     */
    public static DetachedSignature read(byte[] yaml, String file) throws PackRefusedException {
        Problems problems = new Problems();
        Optional<DetachedSignature> read = YamlText.read(yaml, file, problems).map(DetachedSignature::read);
        problems.refuse();
        return read.orElseThrow();
    }

    private static DetachedSignature read(YamlMap top) {
        top.allowOnly(Set.of("publisher", "key", "algorithm", "signature"));
        if (!top.text("algorithm").equals(PackKeys.ALGORITHM)) {
            top.problem("algorithm", "'algorithm' is not " + PackKeys.ALGORITHM);
        }
        byte[] bytes = new byte[0];
        try {
            bytes = Base64.getDecoder().decode(top.text("signature"));
        } catch (IllegalArgumentException e) {
            top.problem("signature", "'signature' is not Base64: " + e.getMessage());
        }
        if (bytes.length != BYTES) {
            top.problem("signature", "'signature' has " + bytes.length + " bytes and must have " + BYTES);
        }
        return new DetachedSignature(top.text("publisher"), top.text("key"), bytes);
    }

    /** The YAML of this signature. */
    public byte[] toYaml() {
        return ("publisher: " + publisher + "\nkey: \"" + key + "\"\nalgorithm: " + PackKeys.ALGORITHM + "\nsignature: "
                + Base64.getEncoder().encodeToString(bytes) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DetachedSignature that && publisher.equals(that.publisher) && key.equals(that.key)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "signature of " + publisher + " with key " + key;
    }
}
