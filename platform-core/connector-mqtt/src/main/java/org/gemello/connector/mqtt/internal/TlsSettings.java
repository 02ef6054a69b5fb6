package org.gemello.connector.mqtt.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.gemello.api.Folders;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;

/**
 * Whom we trust, and who we are. All files are read at each connect, so that they can be changed without a restart.
 *
 * @param caFile       certificates (PEM) of the authorities that are trusted, instead of those of the Java runtime
 * @param certFile     our certificate and its chain (PEM)
 * @param keyFile      its private key (PEM, PKCS #8)
 * @param keyStore     both in one file (PKCS #12)
 * @param passwordFile password of the key or the key store
 * @param serverName   name that the broker's certificate must bear, where it is not the host that we connect to
 */
record TlsSettings(Optional<Path> caFile, Optional<Path> certFile, Optional<Path> keyFile, Optional<Path> keyStore,
                   Optional<Path> passwordFile, Optional<String> serverName) {
    static final String[] KEYS = {"security.caFile", "security.certFile", "security.keyFile", "security.keyStore",
        "security.keyPasswordFile", "security.serverName"};

    /** Relative paths of certificates are within the configuration folder, those of keys and passwords within the data folder. */
    static TlsSettings of(Settings settings, BrokerAddress broker) {
        for (String key : KEYS) {
            if (!broker.tls() && settings.find(key).isPresent()) {
                throw new ConfigurationException(settings.place(key), "'" + key + "' is for ssl://; the broker is '" + broker + "'");
            }
        }
        TlsSettings tls = new TlsSettings(file(settings, "security.caFile", Folders::config),
                file(settings, "security.certFile", Folders::config), file(settings, "security.keyFile", Folders::data),
                file(settings, "security.keyStore", Folders::data), file(settings, "security.keyPasswordFile", Folders::data),
                settings.find("security.serverName"));
        if (tls.certFile.isPresent() != tls.keyFile.isPresent()) {
            String there = tls.certFile.isPresent() ? "security.certFile" : "security.keyFile";
            throw new ConfigurationException(settings.place(there), "'" + there + "' needs its other half; write 'security.certFile' and"
                    + " 'security.keyFile', or one 'security.keyStore'");
        }
        if (tls.keyStore.isPresent() && tls.keyFile.isPresent()) {
            throw new ConfigurationException(settings.place("security.keyStore"),
                    "'security.keyStore' and 'security.keyFile' both say who we are; remove one");
        }
        if (tls.passwordFile.isPresent() && tls.keyStore.isEmpty() && tls.keyFile.isEmpty()) {
            throw new ConfigurationException(settings.place("security.keyPasswordFile"),
                    "'security.keyPasswordFile' needs a 'security.keyFile' or a 'security.keyStore'");
        }
        return tls;
    }

    static Optional<Path> file(Settings settings, String key, Supplier<Path> folder) {
        return settings.find(key).map(Path::of).map(path -> path.isAbsolute() ? path : folder.get().resolve(path));
    }
}
