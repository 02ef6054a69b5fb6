package org.gemello.client.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Which certificate a platform must have. */
public final class Trust {
    private Trust() {
    }

    /**
     * A client that takes the platform whose certificate is of this authority and for the name that it is asked by, and no other one.
     *
     * @param authority certificates in PEM, such as {@code https-ca.pem} of the platform's data folder
     * @throws IOException where the file cannot be read, or has none
     */
    public static HttpClient.Builder in(Path authority) throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(Files.readAllBytes(authority)))) {
                trusted.setCertificateEntry("authority-" + trusted.size(), each);
            }
            if (trusted.size() == 0) {
                throw new IOException(authority + " has no certificate");
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            return with(managers.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw new IOException(authority + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * A client that takes the platform with this very certificate, and no other one. A platform renews its certificate every year, and is refused from then
     * on, until somebody has looked at the new one; an authority stays.
     */
    public static HttpClient.Builder in(Fingerprint certificate) {
        try {
            return with(new PinnedCertificate(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static HttpClient.Builder with(TrustManager... managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return HttpClient.newBuilder().sslContext(context);
    }
}
