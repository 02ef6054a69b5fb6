package org.gemello.connector.opcua.internal.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trust list on disk, in the folders that OPC UA servers and tools use: {@code trusted/certs}, {@code trusted/crl},
 * {@code issuers/certs}, {@code issuers/crl} and {@code rejected}. Files are DER or PEM, by any name; they are read whenever they
 * are needed, so what somebody puts there counts at once. A file that cannot be read is named in the log and passed over.
 */
final class TrustFolders {
    private static final Logger LOG = LoggerFactory.getLogger(TrustFolders.class);
    private static final int MOST_FILES = 1_000;
    private final Path trusted;
    private final Path trustedRevocations;
    private final Path issuers;
    private final Path issuerRevocations;
    private final Path rejected;
    private final int mostRejected;

    /** A certificate with the file that it stands in. */
    record Kept(Path file, X509Certificate certificate) {
    }

    /** @param mostRejected certificates that are kept as rejected; the oldest go first */
    TrustFolders(Path pki, int mostRejected) {
        trusted = pki.resolve("trusted/certs");
        trustedRevocations = pki.resolve("trusted/crl");
        issuers = pki.resolve("issuers/certs");
        issuerRevocations = pki.resolve("issuers/crl");
        rejected = pki.resolve("rejected");
        this.mostRejected = mostRejected;
    }

    /** Makes the folders where they are missing. */
    void create() throws IOException {
        for (Path folder : List.of(trusted, trustedRevocations, issuers, issuerRevocations, rejected)) {
            SafeFiles.privateFolder(folder);
        }
    }

    List<Kept> trusted() {
        return certificates(trusted);
    }

    List<Kept> issuers() {
        return certificates(issuers);
    }

    List<Kept> rejected() {
        return certificates(rejected);
    }

    /** All revocation lists, whoever has signed them: each counts for its own issuer only. */
    List<X509CRL> revocations() {
        List<X509CRL> lists = new ArrayList<>();
        for (Path file : Stream.of(trustedRevocations, issuerRevocations).map(TrustFolders::files).flatMap(List::stream).toList()) {
            try {
                lists.add(Certificates.readRevocations(SafeFiles.read(file)));
            } catch (IOException e) {
                LOG.warn("{} is passed over: {}", file, e.getMessage());
            }
        }
        return lists;
    }

    Path trustedFolder() {
        return trusted;
    }

    Path issuerFolder() {
        return issuers;
    }

    Path issuerRevocationFolder() {
        return issuerRevocations;
    }

    /** Keeps a certificate as rejected; does nothing where it is kept already. */
    void reject(X509Certificate certificate) throws IOException {
        create();
        Path file = rejected.resolve(Certificates.thumbprint(certificate) + ".der");
        if (Files.exists(file)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return;
        }
        try {
            SafeFiles.writePrivate(file, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
        List<Path> all = new ArrayList<>(files(rejected));
        all.sort(Comparator.comparing(TrustFolders::modified));
        for (Path oldest : all.subList(0, Math.max(0, all.size() - mostRejected))) {
            Files.deleteIfExists(oldest);
        }
    }

    void approve(Kept kept) throws IOException {
        create();
        SafeFiles.move(kept.file(), trusted.resolve(Certificates.thumbprint(kept.certificate()) + ".der"));
    }

    void revoke(Kept kept) throws IOException {
        create();
        SafeFiles.move(kept.file(), rejected.resolve(Certificates.thumbprint(kept.certificate()) + ".der"));
    }

    private static List<Kept> certificates(Path folder) {
        List<Kept> found = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                found.add(new Kept(file, Certificates.read(SafeFiles.read(file)).get(0)));
            } catch (IOException e) {
                LOG.warn("{} is passed over: {}", file, e.getMessage());
            }
        }
        return found;
    }

    /** Files of a folder, none where there is no such folder; those whose names begin with a dot are drafts. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file)).sorted()
                    .limit(MOST_FILES).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // gone meanwhile
        }
    }

    static Optional<Kept> find(List<Kept> all, String thumbprint) {
        return all.stream().filter(kept -> Certificates.thumbprint(kept.certificate()).equalsIgnoreCase(thumbprint)).findFirst();
    }
}
