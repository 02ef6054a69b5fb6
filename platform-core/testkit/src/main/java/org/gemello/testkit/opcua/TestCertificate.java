package org.gemello.testkit.opcua;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate with its key, right or wrong in the ways that tests need.
 *
 * @param chain the certificate, then those that have issued it
 * @param keys  key of the first certificate
 */
public record TestCertificate(List<X509Certificate> chain, KeyPair keys) {
    private static final AtomicLong SERIAL = new AtomicLong(System.currentTimeMillis());

    public TestCertificate {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** A certificate as an OPC UA application has it (OPC UA Part 6, 6.2.2): begin with this, and make wrong what shall be wrong. */
    public static Wish wish(String applicationUri) {
        return new Wish(applicationUri);
    }

    /** A new RSA key. */
    public static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a certificate shall be like. */
    public static final class Wish {
        private final String applicationUri;
        private String name = "Gemello test";
        private final List<GeneralName> hosts = new ArrayList<>(List.of(new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.dNSName, "localhost")));
        private Instant from = Instant.now().minus(Duration.ofHours(1));
        private Instant until = Instant.now().plus(Duration.ofDays(30));
        private int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation | KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;
        private KeyPurposeId[] purposes = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
        private String algorithm = "SHA256withRSA";
        private boolean authority;
        private int bits = 2048;

        private Wish(String applicationUri) {
            this.applicationUri = applicationUri;
        }

        public Wish named(String commonName) {
            name = commonName;
            return this;
        }

        /** Only this host instead of the loopback interface. */
        public Wish forHost(String host) {
            hosts.clear();
            hosts.add(new GeneralName(GeneralName.dNSName, host));
            return this;
        }

        public Wish valid(Instant notBefore, Instant notAfter) {
            from = notBefore;
            until = notAfter;
            return this;
        }

        /** May sign, and nothing else; for clients only. */
        public Wish forSigningOnly() {
            usage = KeyUsage.digitalSignature;
            purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth};
            return this;
        }

        public Wish signedWith(String signatureAlgorithm) {
            algorithm = signatureAlgorithm;
            return this;
        }

        public Wish keyBits(int length) {
            bits = length;
            return this;
        }

        Wish asAuthority() {
            authority = true;
            usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
            return this;
        }

        public TestCertificate selfSigned() {
            KeyPair keys = rsa(bits);
            X500Name subject = new X500Name("CN=" + name + ",O=Gemello");
            return new TestCertificate(List.of(build(subject, keys, subject, keys.getPrivate())), keys);
        }

        TestCertificate issuedBy(TestCertificate issuer) {
            KeyPair keys = rsa(bits);
            X500Name issuerName = X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
            X509Certificate built = build(new X500Name("CN=" + name + ",O=Gemello"), keys, issuerName, issuer.keys().getPrivate());
            List<X509Certificate> chain = new ArrayList<>(List.of(built));
            chain.addAll(issuer.chain());
            return new TestCertificate(chain, keys);
        }

        private X509Certificate build(X500Name subject, KeyPair keys, X500Name issuer, PrivateKey signer) {
            try {
                X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, BigInteger.valueOf(SERIAL.incrementAndGet()),
                        Date.from(from), Date.from(until), subject, keys.getPublic());
                addExtensions(builder);
                return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer)));
            } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException("a certificate for a test could not be made", e);
            }
        }

        private void addExtensions(X509v3CertificateBuilder builder) throws CertIOException {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (!authority) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
                List<GeneralName> names = new ArrayList<>(List.of(new GeneralName(GeneralName.uniformResourceIdentifier, applicationUri)));
                names.addAll(hosts);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
            }
        }
    }
}
