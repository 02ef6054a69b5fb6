package org.gemello.connector.opcua.internal.pki;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Period;
import java.util.Base64;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * Who the client is: an application instance certificate (OPC UA Part 6, 6.2.2) with its key. It stands in {@code certificate.der}
 * (or PEM; with the certificates that have issued it) and {@code key.pem} (PKCS #8 or PKCS #1), and may be replaced there by one
 * that the plant's own authority has issued.
 *
 * @param chain          the certificate, then those that have issued it
 * @param keyPair        the key of the first certificate
 * @param applicationUri as it stands in the certificate; a server compares it with what the client says of itself
 */
public record OwnCertificate(List<X509Certificate> chain, KeyPair keyPair, String applicationUri) {
    private static final String CERTIFICATE = "certificate.der";
    private static final String KEY = "key.pem";
    private static final int KEY_BITS = 3072;
    private static final Period VALID = Period.ofYears(10);
    private static final int PEM_LINE = 64;

    public OwnCertificate {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Reads the certificate of a folder, or makes a new one where there is none. */
    static OwnCertificate of(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            create(folder, hostName());
        }
        List<X509Certificate> chain = Certificates.read(SafeFiles.read(folder.resolve(CERTIFICATE)));
        KeyPair keys = PrivateKeys.pair(SafeFiles.read(folder.resolve(KEY)), chain.get(0));
        String uri = CertificateUtil.getSanUri(chain.get(0)).orElseThrow(() -> new IOException(folder.resolve(CERTIFICATE)
                + " has no ApplicationUri among its subject alternative names, so servers would refuse it; take another certificate"));
        return new OwnCertificate(chain, keys, uri);
    }

    /** Key and certificate appear in one step, so that a crash leaves both or none. */
    private static void create(Path folder, String host) throws IOException {
        SafeFiles.privateFolder(folder.getParent());
        Path draft = Files.createTempDirectory(folder.getParent(), ".own");
        try {
            KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(KEY_BITS);
            SafeFiles.writePrivate(draft.resolve(KEY), pem(keys.getPrivate().getEncoded()));
            SafeFiles.writePrivate(draft.resolve(CERTIFICATE), selfSigned(keys, host).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException("the platform's OPC UA certificate could not be made", e);
        }
        SafeFiles.move(draft, folder);
    }

    private static X509Certificate selfSigned(KeyPair keys, String host) throws GeneralSecurityException {
        SelfSignedCertificateBuilder builder = new SelfSignedCertificateBuilder(keys).setCommonName("Gemello@" + host)
                .setOrganization("Gemello").setApplicationUri("urn:" + host + ":gemello:opcua").addDnsName(host)
                .setValidityPeriod(VALID).setSignatureAlgorithm(SelfSignedCertificateBuilder.SA_SHA256_RSA);
        try {
            return builder.build();
        } catch (Exception e) { // whatever it may be: that is all the builder declares
            throw new GeneralSecurityException(e);
        }
    }

    private static byte[] pem(byte[] key) {
        return ("-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** A name that is valid within a URI and a certificate. */
    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.matches("[A-Za-z0-9.-]+") ? name : "localhost";
        } catch (UnknownHostException e) {
            return "localhost"; // a machine without a name in its own hosts file
        }
    }
}
