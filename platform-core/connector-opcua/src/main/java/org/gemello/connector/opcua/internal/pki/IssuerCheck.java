package org.gemello.connector.opcua.internal.pki;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;

/**
 * Checks those who have issued a certificate (RFC 5280, 6): signatures, validity, that each may issue, and revocation by the lists on
 * disk. Nothing is fetched from the network. Milo 1.1.2 cannot make lists optional on this Java, so Java's own check is used.
 */
record IssuerCheck(List<X509CRL> revocations, boolean revocationLists) {

    /** @throws UaException with the status that OPC UA Part 4, 6.1.3 has for the failure */
    void check(PKIXCertPathBuilderResult path) throws UaException {
        try {
            CertPathValidator validator = CertPathValidator.getInstance("PKIX");
            PKIXRevocationChecker revocation = (PKIXRevocationChecker) validator.getRevocationChecker();
            EnumSet<Option> options = EnumSet.of(Option.PREFER_CRLS, Option.NO_FALLBACK);
            if (!revocationLists) {
                options.add(Option.SOFT_FAIL);
            }
            revocation.setOptions(options);
            PKIXParameters parameters = new PKIXParameters(Set.of(path.getTrustAnchor()));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(present(path))));
            parameters.addCertPathChecker(revocation);
            validator.validate(path.getCertPath(), parameters);
        } catch (CertPathValidatorException e) {
            throw new ExplainedException(status(e.getReason(), e.getIndex() == 0), e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new ExplainedException(StatusCodes.Bad_SecurityChecksFailed, e.getMessage(), e);
        }
    }

    /** Of each issuer the newest list that it has signed itself: Java would take any, and an old one knows nothing of what came later. */
    private List<X509CRL> present(PKIXCertPathBuilderResult path) {
        List<X509Certificate> issuers = new ArrayList<>(List.of(path.getTrustAnchor().getTrustedCert()));
        path.getCertPath().getCertificates().forEach(certificate -> issuers.add((X509Certificate) certificate));
        return issuers.stream().flatMap(issuer -> revocations.stream().filter(list -> isSignedBy(list, issuer))
                .max(Comparator.comparing(X509CRL::getThisUpdate)).stream()).toList();
    }

    private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey());
            return list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false; // somebody else's list
        }
    }

    private static long status(Reason reason, boolean own) {
        if (reason == BasicReason.REVOKED) {
            return own ? StatusCodes.Bad_CertificateRevoked : StatusCodes.Bad_CertificateIssuerRevoked;
        } else if (reason == BasicReason.UNDETERMINED_REVOCATION_STATUS) {
            return own ? StatusCodes.Bad_CertificateRevocationUnknown : StatusCodes.Bad_CertificateIssuerRevocationUnknown;
        } else if (reason == BasicReason.EXPIRED || reason == BasicReason.NOT_YET_VALID) {
            return own ? StatusCodes.Bad_CertificateTimeInvalid : StatusCodes.Bad_CertificateIssuerTimeInvalid;
        }
        return own ? StatusCodes.Bad_SecurityChecksFailed : StatusCodes.Bad_CertificateIssuerUseNotAllowed;
    }
}
