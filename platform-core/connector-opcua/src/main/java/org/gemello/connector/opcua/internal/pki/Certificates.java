package org.gemello.connector.opcua.internal.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Certificates and revocation lists as bytes, DER or PEM, and their names. */
public final class Certificates {
    private static final int LONGEST_NAME = 200;
    private static final Pattern PEM = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

    private Certificates() {
    }

    /**
     * All certificates of a file, the first one the owner's. In PEM other things may stand beside them, such as a key.
     *
     * @throws IOException where it has none
     */
    public static List<X509Certificate> read(byte[] bytes) throws IOException {
        String pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).results().map(MatchResult::group)
                .collect(Collectors.joining("\n"));
        byte[] only = pem.isEmpty() ? bytes : pem.getBytes(StandardCharsets.ISO_8859_1);
        try {
            Collection<? extends java.security.cert.Certificate> found = factory().generateCertificates(new ByteArrayInputStream(only));
            if (!found.isEmpty()) {
                return found.stream().map(X509Certificate.class::cast).toList();
            }
        } catch (CertificateException e) {
            throw new IOException("not a certificate: " + e.getMessage(), e);
        }
        throw new IOException("there is no certificate in it");
    }

    /** @throws IOException where it is not a certificate revocation list */
    static X509CRL readRevocations(byte[] bytes) throws IOException {
        try {
            if (factory().generateCRL(new ByteArrayInputStream(bytes)) instanceof X509CRL crl) {
                return crl;
            }
        } catch (CRLException | CertificateException e) {
            throw new IOException("not a certificate revocation list: " + e.getMessage(), e);
        }
        throw new IOException("there is no certificate revocation list in it");
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    /** SHA-1 of the DER form, as OPC UA names certificates (OPC UA Part 6, 6.2.2): 40 hexadecimal digits, lower case. */
    public static String thumbprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has a thumbprint", e);
        }
    }

    /** Subject and thumbprint, for messages; the subject is a stranger's text of any length. */
    static String named(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        return "'" + subject.substring(0, Math.min(LONGEST_NAME, subject.length())) + "' with thumbprint " + thumbprint(certificate);
    }
}
