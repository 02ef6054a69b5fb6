package org.gemello.connector.opcua.internal.pki;

import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.validation.CertificateValidationUtil;
import org.gemello.connector.opcua.internal.pki.TrustFolders.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that OPC UA Part 4, 6.1.3 asks of a certificate: trusted, with a known chain, key and signature strong enough, valid now, made
 * for this server and this use, not revoked. Each failure has its own sentence with the remedy.
 */
final class ServerCertificateCheck implements CertificateValidator {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificateCheck.class);
    /** Bits of the key usage (RFC 5280, 4.2.1.3) and the purpose "TLS server" (4.2.1.12). */
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int DATA_ENCIPHERMENT = 3;
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private final TrustFolders folders;
    private final CertificateDemands demands;

    ServerCertificateCheck(TrustFolders folders, CertificateDemands demands) {
        this.folders = folders;
        this.demands = demands;
    }

    /** @param applicationUri as the server says of itself; null where it is not known yet, as are the host names */
    @Override
    public void validateCertificateChain(List<X509Certificate> chain, String applicationUri, String[] hostNames) throws UaException {
        X509Certificate certificate = chain.get(0);
        String named = "the server's certificate " + Certificates.named(certificate);
        checkStrength(certificate, named);
        List<X509Certificate> trusted = folders.trusted().stream().map(Kept::certificate).toList();
        List<X509Certificate> issuers = folders.issuers().stream().map(Kept::certificate).toList();
        PKIXCertPathBuilderResult path;
        try {
            path = CertificateValidationUtil.buildTrustedCertPath(chain, trusted, issuers);
        } catch (UaException e) {
            throw unknown(certificate, named, trusted.contains(certificate), e);
        }
        checkValidity(certificate, named);
        checkUse(certificate, named);
        if (!path.getCertPath().getCertificates().isEmpty()) {
            checkIssuers(path, certificate, named);
        }
        checkOwner(certificate, named, applicationUri, hostNames);
    }

    private void checkStrength(X509Certificate certificate, String named) throws UaException {
        if (!(certificate.getPublicKey() instanceof RSAPublicKey key)) {
            throw new ExplainedException(StatusCodes.Bad_CertificatePolicyCheckFailed, named + " has no RSA key; the server needs one");
        }
        if (key.getModulus().bitLength() < demands.leastKeyBits()) {
            throw new ExplainedException(StatusCodes.Bad_CertificatePolicyCheckFailed, named + " has a key of " + key.getModulus().bitLength()
                    + " bits, the security policy asks for " + demands.leastKeyBits() + "; the server needs a new certificate");
        }
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (algorithm.startsWith("MD") || algorithm.startsWith("SHA1") && !demands.sha1Allowed()) {
            throw new ExplainedException(StatusCodes.Bad_CertificatePolicyCheckFailed, named + " is signed with "
                    + certificate.getSigAlgName() + ", which can be forged; the server needs a new certificate");
        }
    }

    private UaException unknown(X509Certificate certificate, String named, boolean trusted, UaException cause) {
        if (trusted && !certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return new ExplainedException(StatusCodes.Bad_CertificateChainIncomplete, named + " is trusted, but who has issued it is not known:"
                    + " put the certificate of '" + certificate.getIssuerX500Principal().getName() + "' into " + folders.issuerFolder(), cause);
        }
        reject(certificate);
        return new ExplainedException(StatusCodes.Bad_CertificateUntrusted, named + " is not trusted. It is kept as rejected: compare the"
                + " thumbprint with the server's, then approve it, or put it into " + folders.trustedFolder(), cause);
    }

    private static void checkValidity(X509Certificate certificate, String named) throws UaException {
        try {
            CertificateValidationUtil.checkValidity(certificate, true);
        } catch (UaException e) {
            throw new ExplainedException(e.getStatusCode().value(), named + " is valid from " + certificate.getNotBefore().toInstant() + " to "
                    + certificate.getNotAfter().toInstant() + ", not now; the server needs a new one, or a clock is wrong", e);
        }
    }

    /** What a certificate says that it is for. Milo would also want a self-signed one to be an authority, which many servers' are not. */
    private static void checkUse(X509Certificate certificate, String named) throws UaException {
        boolean[] usage = certificate.getKeyUsage();
        boolean keys = usage == null || usage[DIGITAL_SIGNATURE] && (usage[KEY_ENCIPHERMENT] || usage[DATA_ENCIPHERMENT]);
        List<String> purposes;
        try {
            purposes = certificate.getExtendedKeyUsage();
        } catch (CertificateParsingException e) {
            throw new ExplainedException(StatusCodes.Bad_CertificateInvalid, named + " cannot be read: " + e.getMessage(), e);
        }
        if (!keys || purposes != null && !purposes.contains(SERVER_AUTHENTICATION)) {
            throw new ExplainedException(StatusCodes.Bad_CertificateUseNotAllowed, named + " was not made for an OPC UA server: its key usage"
                    + " does not allow it; the server needs another one");
        }
    }

    private void checkIssuers(PKIXCertPathBuilderResult path, X509Certificate certificate, String named) throws UaException {
        try {
            new IssuerCheck(folders.revocations(), demands.revocationLists()).check(path);
        } catch (UaException e) {
            throw new ExplainedException(e.getStatusCode().value(), named + problem(e, certificate), e);
        }
    }

    private String problem(UaException failure, X509Certificate certificate) {
        long code = failure.getStatusCode().value();
        if (code == StatusCodes.Bad_CertificateRevoked) {
            return " was revoked by its issuer; the server needs a new one";
        } else if (code == StatusCodes.Bad_CertificateIssuerRevoked) {
            return " has an issuer that was itself revoked; the server needs a new one";
        } else if (code == StatusCodes.Bad_CertificateRevocationUnknown || code == StatusCodes.Bad_CertificateIssuerRevocationUnknown) {
            return " may have been revoked: put the present revocation list of '" + certificate.getIssuerX500Principal().getName()
                    + "' into " + folders.issuerRevocationFolder() + ", or set 'security.revocationLists: optional'";
        } else if (code == StatusCodes.Bad_CertificateIssuerUseNotAllowed) {
            return " has an issuer that may not issue certificates: " + failure.getMessage();
        } else if (code == StatusCodes.Bad_CertificateIssuerTimeInvalid) {
            return " has an issuer whose certificate is not valid now; put the present one into " + folders.issuerFolder();
        }
        return " did not pass the check: " + failure.getMessage();
    }

    private void checkOwner(X509Certificate certificate, String named, String applicationUri, String[] hostNames) throws UaException {
        if (applicationUri != null) {
            try {
                CertificateValidationUtil.checkApplicationUri(certificate, applicationUri);
            } catch (UaException e) {
                throw new ExplainedException(StatusCodes.Bad_CertificateUriInvalid, named + " was made for '"
                        + CertificateUtil.getSanUri(certificate).orElse("") + "', and the server calls itself '" + applicationUri
                        + "'; one of the two has to be put right on the server", e);
            }
        }
        if (hostNames != null && demands.hostName()) {
            try {
                CertificateValidationUtil.checkHostnameOrIpAddress(certificate, hostNames);
            } catch (UaException e) {
                throw new ExplainedException(StatusCodes.Bad_CertificateHostNameInvalid, named + " does not name the host "
                        + Arrays.toString(hostNames) + " but " + CertificateUtil.getSanDnsNames(certificate)
                        + CertificateUtil.getSanIpAddresses(certificate) + "; see the setting 'hostname'", e);
            }
        }
    }

    private void reject(X509Certificate certificate) {
        try {
            folders.reject(certificate);
        } catch (IOException e) {
            LOG.error("certificate {} could not be kept as rejected", Certificates.named(certificate), e);
        }
    }
}
