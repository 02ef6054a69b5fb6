package org.gemello.testkit.opcua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that issues certificates and revokes them, as a plant may have one. */
public final class TestAuthority {
    private final TestCertificate own;
    /** Within one second there may be several lists. */
    private final AtomicInteger lists = new AtomicInteger();
    private final List<BigInteger> revoked = new ArrayList<>();

    public TestAuthority(String name) {
        own = TestCertificate.wish("").named(name).asAuthority().selfSigned();
    }

    public X509Certificate certificate() {
        return own.certificate();
    }

    public TestCertificate issue(TestCertificate.Wish wish) {
        return wish.issuedBy(own);
    }

    public void revoke(X509Certificate certificate) {
        revoked.add(certificate.getSerialNumber());
    }

    /** The present revocation list, DER. */
    public byte[] revocationList() {
        Instant now = Instant.now();
        X509v2CRLBuilder builder = new X509v2CRLBuilder(X500Name.getInstance(own.certificate().getSubjectX500Principal().getEncoded()),
                Date.from(now.minus(Duration.ofMinutes(1)).plusSeconds(lists.incrementAndGet())));
        builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
        revoked.forEach(serial -> builder.addCRLEntry(serial, Date.from(now.minus(Duration.ofMinutes(1))), CRLReason.keyCompromise));
        try {
            return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(own.keys().getPrivate())).getEncoded();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("a revocation list could not be signed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
