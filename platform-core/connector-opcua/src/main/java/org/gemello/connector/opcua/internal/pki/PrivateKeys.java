package org.gemello.connector.opcua.internal.pki;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Private keys from PEM: PKCS #8 or PKCS #1, without a password of their own. */
public final class PrivateKeys {
    private static final byte[] PROBE = "the key fits".getBytes(StandardCharsets.US_ASCII);

    private PrivateKeys() {
    }

    /**
     * The first key of a PEM text, which may hold certificates too.
     *
     * @throws IOException where there is none, or it is not the certificate's
     */
    public static KeyPair pair(byte[] pem, X509Certificate certificate) throws IOException {
        PrivateKey key = read(pem);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            if (signature.verify(signed)) {
                return new KeyPair(certificate.getPublicKey(), key);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the key is not an RSA key that fits the certificate", e);
        }
        throw new IOException("the key does not belong to the certificate");
    }

    private static PrivateKey read(byte[] pem) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(new String(pem, StandardCharsets.US_ASCII)))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (found instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getKeyPair(pair).getPrivate();
                } else if (found instanceof PrivateKeyInfo info) {
                    return new JcaPEMKeyConverter().getPrivateKey(info);
                }
            }
        }
        throw new IOException("there is no private key in PEM without a password; write one with 'openssl pkcs8 -topk8 -nocrypt'");
    }
}
