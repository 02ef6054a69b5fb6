package org.gemello.connector.mqtt.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that issues certificates for tests and revokes them; everything lies as files in a folder. */
final class Authority {
    static final String PASSWORD = "changeit";
    private final Path folder;
    private final X500Name name;
    private final KeyPair keys;
    /** The authority's own certificate, PEM. */
    final Path certificate;
    private long serial;

    /** What somebody has to show: certificate (PEM), private key (PEM, PKCS #8), and both in a key store (PKCS #12). */
    record Identity(Path certificate, Path key, Path store, BigInteger serial) {
    }

    Authority(Path folder, String name) throws Exception {
        this.folder = folder;
        this.name = new X500Name("CN=" + name);
        keys = keys();
        X509v3CertificateBuilder own = builder(this.name, keys).addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        certificate = pem(name + ".pem", "CERTIFICATE", sign(own).getEncoded());
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair of) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(++serial), Date.from(now.minusSeconds(3_600)),
                Date.from(now.plusSeconds(86_400)), subject, of.getPublic());
    }

    private ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    }

    private X509Certificate sign(X509v3CertificateBuilder builder) throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer()));
    }

    /** @param names subject alternative names: addresses or host names */
    Identity issue(String subject, String... names) throws Exception {
        KeyPair own = keys();
        X509v3CertificateBuilder builder = builder(new X500Name("CN=" + subject), own);
        if (names.length > 0) {
            GeneralName[] alternatives = new GeneralName[names.length];
            for (int i = 0; i < names.length; i++) {
                alternatives[i] = new GeneralName(Character.isDigit(names[i].charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName, names[i]);
            }
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        }
        X509Certificate issued = sign(builder);
        return new Identity(pem(subject + ".pem", "CERTIFICATE", issued.getEncoded()),
                pem(subject + ".key", "PRIVATE KEY", own.getPrivate().getEncoded()), store(subject, own.getPrivate(), issued),
                issued.getSerialNumber());
    }

    private Path store(String subject, PrivateKey key, X509Certificate issued) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key, PASSWORD.toCharArray(), new Certificate[] {issued});
        Path file = folder.resolve(subject + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    /** A list of what is revoked, PEM. */
    Path revoke(Identity... revoked) throws Exception {
        X509v2CRLBuilder list = new X509v2CRLBuilder(name, Date.from(Instant.now().minusSeconds(60)));
        list.setNextUpdate(Date.from(Instant.now().plusSeconds(86_400)));
        for (Identity identity : revoked) {
            list.addCRLEntry(identity.serial(), new Date(), CRLReason.keyCompromise);
        }
        return pem(name.toString().substring(3) + ".crl", "X509 CRL", list.build(signer()).getEncoded());
    }

    private Path pem(String file, String what, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(folder.resolve(file), "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
    }
}
