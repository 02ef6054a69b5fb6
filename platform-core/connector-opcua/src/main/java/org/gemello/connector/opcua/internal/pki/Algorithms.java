package org.gemello.connector.opcua.internal.pki;

import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What the security policies compute with. */
public final class Algorithms {
    private Algorithms() {
    }

    /**
     * Milo asks for {@code SHA256withRSA/PSS} (policy Aes256_Sha256_RsaPss), a name that only Bouncy Castle knows. Its provider goes to
     * the end of the list, so that nothing else in this process computes differently; it stays, since others may use it too.
     */
    public static void provide() {
        synchronized (Algorithms.class) {
            if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
                Security.addProvider(new BouncyCastleProvider());
            }
        }
    }
}
