package org.gemello.connector.opcua.internal.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.gemello.api.connection.CertificateTrust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Own certificate and trust list of a folder. Nothing is touched there before it is needed. Safe for use by many threads. */
public final class TrustList implements CertificateTrust {
    private static final Logger LOG = LoggerFactory.getLogger(TrustList.class);
    /** A server that shows another certificate at every attempt must not fill the disk. */
    private static final int MOST_REJECTED = 100;
    private final Path ownFolder;
    private final TrustFolders folders;
    private final List<Runnable> onRevoked = new CopyOnWriteArrayList<>();
    private OwnCertificate own;

    /** @param folder such as {@code <data>/opcua/pki} */
    public TrustList(Path folder) {
        this.ownFolder = folder.resolve("own");
        this.folders = new TrustFolders(folder, MOST_REJECTED);
    }

    /**
     * The client's own certificate; made where there is none yet.
     *
     * @throws IOException where it can be neither read nor made; the message names the file
     */
    public synchronized OwnCertificate own() throws IOException {
        if (own == null) {
            folders.create();
            own = OwnCertificate.of(ownFolder);
            LOG.info("OPC UA certificate of this platform: {}, {}; servers have to trust it", Certificates.named(own.certificate()),
                    own.applicationUri());
        }
        return own;
    }

    /** Why servers may refuse the own certificate; empty where it is valid now, or was never needed. */
    public synchronized Optional<String> ownProblem() {
        if (own == null) {
            return Optional.empty();
        }
        X509Certificate shown = own.certificate();
        Instant now = Instant.now();
        boolean valid = !now.isBefore(shown.getNotBefore().toInstant()) && !now.isAfter(shown.getNotAfter().toInstant());
        return valid ? Optional.empty() : Optional.of("the platform's own certificate " + Certificates.named(shown) + " is valid from "
                + shown.getNotBefore().toInstant() + " to " + shown.getNotAfter().toInstant() + ", not now, which may be the cause: put a"
                + " new one with its key into " + ownFolder + ", or move that folder away to have one made, and start the platform again");
    }

    /** Checks the certificates of servers, and keeps those that are not trusted as rejected. */
    public CertificateValidator validator(CertificateDemands demands) {
        return new ServerCertificateCheck(folders, demands);
    }

    /**
     * Has something done after every revocation, by the thread that has revoked.
     *
     * @return ends it
     */
    public Runnable onRevoked(Runnable action) {
        onRevoked.add(action);
        return () -> onRevoked.remove(action);
    }

    @Override
    public List<Certificate> certificates() {
        List<Certificate> all = new ArrayList<>();
        try {
            all.add(view(own().certificate(), Standing.OWN));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        folders.trusted().forEach(kept -> all.add(view(kept.certificate(), Standing.TRUSTED)));
        folders.issuers().forEach(kept -> all.add(view(kept.certificate(), Standing.ISSUER)));
        folders.rejected().forEach(kept -> all.add(view(kept.certificate(), Standing.REJECTED)));
        return all;
    }

    private static Certificate view(X509Certificate of, Standing standing) {
        return new Certificate(Certificates.thumbprint(of), standing, of.getSubjectX500Principal().getName(),
                of.getIssuerX500Principal().getName(), CertificateUtil.getSanUri(of).orElse(""), of.getNotBefore().toInstant(),
                of.getNotAfter().toInstant());
    }

    @Override
    public synchronized void approve(String thumbprint) {
        TrustFolders.Kept kept = TrustFolders.find(folders.rejected(), thumbprint).orElseThrow(() -> new NoSuchElementException(
                "no certificate with thumbprint " + thumbprint + " was rejected"));
        try {
            folders.approve(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate could not be moved to the trusted ones", e);
        }
        LOG.info("certificate {} is trusted from now on", Certificates.named(kept.certificate()));
    }

    @Override
    public void revoke(String thumbprint) {
        synchronized (this) {
            TrustFolders.Kept kept = TrustFolders.find(folders.trusted(), thumbprint).orElseThrow(() -> new NoSuchElementException(
                    "no certificate with thumbprint " + thumbprint + " is trusted"));
            try {
                folders.revoke(kept);
            } catch (IOException e) {
                throw new UncheckedIOException("the certificate could not be moved to the rejected ones", e);
            }
            LOG.info("certificate {} is no longer trusted", Certificates.named(kept.certificate()));
        }
        onRevoked.forEach(Runnable::run);
    }
}
