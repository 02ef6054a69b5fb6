package org.gemello.https.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The platform's own authority (RFC 5280): whoever trusts its certificate trusts each one that the server will ever have. All keys are on the
 * curve P-256.
 */
final class Authority {
    private static final Duration LIFE = Duration.ofDays(3650);
    /** A clock that is a little behind must not find a certificate too new. */
    private static final Duration SKEW = Duration.ofHours(1);
    private static final String PRIVATE = "rw-------";
    private static final int SERIAL_BITS = 120;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final X509Certificate certificate;
    private final PrivateKey key;

    private Authority(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** The one that is there, or a new one. @param name for people who look at the certificate */
    static Authority in(Path folder, String name, Instant now) throws IOException, GeneralSecurityException {
        Path certificateFile = folder.resolve("https-ca.pem");
        Path keyFile = folder.resolve("https-ca-key.pem");
        if (Files.exists(certificateFile) && Files.exists(keyFile)) {
            return new Authority(Pem.chain(certificateFile)[0], Pem.key(keyFile));
        }
        KeyPair keys = keys();
        X500Principal subject = new X500Principal("CN=Gemello on " + name.replaceAll("[^A-Za-z0-9._-]", "_"));
        var builder = new JcaX509v3CertificateBuilder(subject, serial(), Date.from(now.minus(SKEW)), Date.from(now.plus(LIFE)), subject, keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        builder.addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        X509Certificate certificate = signed(builder, keys.getPrivate());
        Pem.write(keyFile, Pem.of(keys.getPrivate()), PRIVATE);
        Pem.write(certificateFile, Pem.of(certificate), PRIVATE);
        return new Authority(certificate, keys.getPrivate());
    }

    X509Certificate certificate() {
        return certificate;
    }

    boolean isValid(Instant until) {
        return certificate.getNotAfter().toInstant().isAfter(until);
    }

    /** A certificate of a server. */
    X509Certificate issue(PublicKey server, Set<String> names, Instant from, Instant to) throws IOException, GeneralSecurityException {
        var builder = new JcaX509v3CertificateBuilder(certificate, serial(), Date.from(from.minus(SKEW)), Date.from(to),
                new X500Principal("CN=Gemello"), server);
        GeneralName[] alternatives = names.stream()
                .map(name -> new GeneralName(HostNames.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name)).toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.authorityKeyIdentifier, false, new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
        return signed(builder, key);
    }

    static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS);
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey signer) throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
