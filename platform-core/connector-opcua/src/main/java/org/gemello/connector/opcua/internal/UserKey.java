package org.gemello.connector.opcua.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gemello.connector.opcua.internal.pki.Certificates;
import org.gemello.connector.opcua.internal.pki.PrivateKeys;
import org.gemello.connector.opcua.internal.pki.SafeFiles;

/** A user's certificate, those that have issued it, and its key. */
record UserKey(List<X509Certificate> chain, PrivateKey key) {

    /**
     * @param certificate {@code .p12} or {@code .pfx} for PKCS #12, else PEM or DER
     * @param key         PEM; of no account for PKCS #12
     * @throws IOException where one of the files cannot be read or the two do not belong together
     */
    static UserKey read(Path certificate, Path key, Optional<Path> passwordFile) throws IOException {
        String name = certificate.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".p12") || name.endsWith(".pfx")) {
            char[] password = passwordFile.isEmpty() ? new char[0]
                    : new String(SafeFiles.read(passwordFile.get()), StandardCharsets.UTF_8).stripTrailing().toCharArray();
            return pkcs12(certificate, password);
        }
        List<X509Certificate> chain = Certificates.read(SafeFiles.read(certificate));
        return new UserKey(chain, PrivateKeys.pair(SafeFiles.read(key), chain.get(0)).getPrivate());
    }

    private static UserKey pkcs12(Path file, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(SafeFiles.read(file)), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    return new UserKey(Arrays.stream(store.getCertificateChain(alias)).map(X509Certificate.class::cast).toList(), key);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is not PKCS #12 or the password is wrong", e);
        }
        throw new IOException(file + " holds no private key");
    }
}
