package org.gemello.security.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The key that signs checkpoints of the audit log (Ed25519, RFC 8032), made at the first start. */
final class AuditKey {
    private static final String ALGORITHM = "Ed25519";
    private final PrivateKey secret;
    private final PublicKey open;

    private AuditKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * @param folder of the secrets; made where it is missing
     * @throws IOException where there is a key that cannot be read: another one would not fit the checkpoints
     */
    static AuditKey in(Path folder) throws IOException {
        Path file = PrivateFiles.folder(folder).resolve("audit-key");
        try {
            if (Files.exists(file)) {
                String[] halves = Files.readString(file).trim().split(" ");
                KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
                return new AuditKey(factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
                        factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(halves[1]))));
            }
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            PrivateFiles.write(file, base64.encodeToString(pair.getPrivate().getEncoded()) + ' '
                    + base64.encodeToString(pair.getPublic().getEncoded()) + '\n');
            return new AuditKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(file + " holds no key of the audit log; bring it back from a backup, or move it and 'checkpoints' of the"
                    + " audit log away to begin with a new one", e);
        }
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    boolean hasSigned(String text, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(open);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(open.getEncoded());
    }
}
