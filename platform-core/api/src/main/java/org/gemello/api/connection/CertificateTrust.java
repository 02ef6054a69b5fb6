package org.gemello.api.connection;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Whom the platform's OPC UA client trusts, and who it is itself: the trust list on disk. Safe for use by many threads. */
@ProviderType
public interface CertificateTrust {

    /** All certificates that are known. */
    List<Certificate> certificates();

    /**
     * Moves a rejected certificate to the trusted ones.
     *
     * @throws java.util.NoSuchElementException where none of that thumbprint was rejected
     */
    void approve(String thumbprint);

    /**
     * Moves a trusted certificate to the rejected ones; connections that use it are closed.
     *
     * @throws java.util.NoSuchElementException where none of that thumbprint is trusted
     */
    void revoke(String thumbprint);

    /** What a certificate is to us. */
    enum Standing { OWN, TRUSTED, ISSUER, REJECTED }

    /**
     * A certificate.
     *
     * @param thumbprint     SHA-1 of its DER form, as OPC UA names certificates: 40 hexadecimal digits, lower case
     * @param standing       what it is to us
     * @param subject        distinguished name
     * @param issuer         distinguished name
     * @param applicationUri from its subject alternative names, empty where there is none
     * @param notBefore      valid from
     * @param notAfter       valid until
     */
    record Certificate(String thumbprint, Standing standing, String subject, String issuer, String applicationUri, Instant notBefore,
                       Instant notAfter) {
    }
}
