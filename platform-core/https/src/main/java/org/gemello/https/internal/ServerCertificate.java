package org.gemello.https.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server proves itself with: a certificate that the platform has made, and makes anew before it expires or when the names change. Keys
 * are in files of mode 0600; the certificate of the authority is also where everybody may read it.
 */
final class ServerCertificate {
    static final Duration LIFE = Duration.ofDays(365);
    static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);
    private static final String ALIAS = "server";
    private final Path secrets;
    private final Path publicCopy;
    private final Set<String> names;
    private final Clock clock;

    /**
     * @param data  the platform's data folder
     * @param names host names and addresses that it is for
     */
    ServerCertificate(Path data, Set<String> names, Clock clock) {
        this.secrets = data.resolve("secrets");
        this.publicCopy = data.resolve("https-ca.pem");
        this.names = names;
        this.clock = clock;
    }

    /** Whose certificate clients need to trust. */
    Path authority() {
        return publicCopy;
    }

    /** A good one: that of the files where it is, else a new one. */
    KeyStore current() throws IOException, GeneralSecurityException {
        Path certificateFile = secrets.resolve("https.pem");
        Path keyFile = secrets.resolve("https-key.pem");
        if (!Files.isDirectory(secrets)) {
            Files.createDirectories(secrets, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Instant now = clock.instant();
        Authority authority = authority(now);
        if (Files.exists(certificateFile) && Files.exists(keyFile)) {
            X509Certificate[] chain = Pem.chain(certificateFile);
            if (isGood(chain[0], authority, now)) {
                return store(Pem.key(keyFile), chain);
            }
        }
        KeyPair keys = Authority.keys();
        X509Certificate made = authority.issue(keys.getPublic(), names, now, now.plus(LIFE));
        Pem.write(keyFile, Pem.of(keys.getPrivate()), "rw-------");
        Pem.write(certificateFile, Pem.of(made, authority.certificate()), "rw-------");
        LOG.info("A certificate for {} was made, valid to {}; clients trust it by {}", names, made.getNotAfter().toInstant(), publicCopy);
        return store(keys.getPrivate(), new X509Certificate[] {made, authority.certificate()});
    }

    private Authority authority(Instant now) throws IOException, GeneralSecurityException {
        String host = names.stream().filter(name -> !HostNames.isLocal(name) && !HostNames.isAddress(name)).findFirst().orElse("localhost");
        Authority authority = Authority.in(secrets, host, now);
        if (!authority.isValid(now.plus(RENEWED_BEFORE))) {
            Files.delete(secrets.resolve("https-ca.pem"));
            LOG.warn("The platform's own authority expires; a new one was made, and clients have to be given {} again", publicCopy);
            authority = Authority.in(secrets, host, now);
        }
        String text = Pem.of(authority.certificate());
        if (!Files.exists(publicCopy) || !Files.readString(publicCopy).equals(text)) {
            Pem.write(publicCopy, text, "rw-r--r--");
        }
        return authority;
    }

    private boolean isGood(X509Certificate certificate, Authority authority, Instant now) {
        try {
            certificate.verify(authority.certificate().getPublicKey());
            return certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE)) && alternatives(certificate).equals(normal(names));
        } catch (GeneralSecurityException e) {
            LOG.info("The certificate of the server is not of the platform's authority ({}); a new one is made", e.toString());
            return false;
        }
    }

    private static Set<String> alternatives(X509Certificate certificate) throws GeneralSecurityException {
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        Set<String> found = new TreeSet<>();
        if (alternatives != null) {
            alternatives.forEach(each -> found.add(each.get(1).toString()));
        }
        return found;
    }

    /** An address of IPv6 as a certificate gives it back. */
    private static Set<String> normal(Set<String> names) {
        Set<String> normal = new TreeSet<>();
        names.forEach(name -> normal.add(name.equals("::1") ? "0:0:0:0:0:0:0:1" : name));
        return normal;
    }

    /** In memory only, so that its password guards nothing. */
    static KeyStore store(PrivateKey key, X509Certificate[] chain) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, key, new char[0], chain);
        return store;
    }
}
