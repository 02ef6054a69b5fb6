package org.gemello.packs.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gemello.api.pack.PackOffer;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackSignature;
import org.gemello.gpack.Limits;
import org.gemello.gpack.PackRepository;
import org.gemello.gpack.PackTrust;
import org.gemello.gpack.RepositoryIndex;
import org.gemello.gpack.RepositoryIndex.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The repositories of the settings and the folder of the packs that came with the platform. An index that no trusted publisher has signed
 * is not used.
 */
final class PackRepositories {
    /** Name of the packs that came with the platform. */
    static final String SHIPPED = "shipped";
    private static final Logger LOG = LoggerFactory.getLogger(PackRepositories.class);
    private final Map<String, PackRepository> repositories = new LinkedHashMap<>();
    private final PackTrust trust;
    private final Path shipped;
    private final Path scratch;
    private final String spi;

    /**
     * Repositories by name.
     *
     * @param settings each {@code name=place}
     * @param shipped  folder of the packs that came with the platform, null for none
     * @param scratch  folder for what is being fetched
     * @param spi      version of this platform's SPI
     * @throws IllegalArgumentException for a setting that is none, or an address without encryption that is not of this machine
     */
    PackRepositories(List<String> settings, PackTrust trust, Path shipped, Path scratch, String spi) {
        this.trust = trust;
        this.shipped = shipped;
        this.scratch = scratch;
        this.spi = spi;
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[0].equals(SHIPPED)) {
                throw new IllegalArgumentException("gemello.packs.repositories has '" + setting
                        + "'; write name=folder or name=https://...");
            }
            repositories.put(parts[0].trim(), new PackRepository(place(parts[1].trim())));
        }
    }

    private static URI place(String text) {
        if (!text.matches("[a-z]{2,10}:.*")) {
            return Path.of(text).toAbsolutePath().toUri();
        }
        URI uri = URI.create(text);
        if (uri.getScheme().equals("http") && !isLocal(uri.getHost())) {
            throw new IllegalArgumentException("gemello.packs.repositories has " + text + " without encryption; use https, or a folder");
        }
        return uri;
    }

    private static boolean isLocal(String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException e) {
            return false; // a name that nobody knows is not this machine
        }
    }

    /**
     * What fits the text; a repository that cannot be used now is left out and logged.
     *
     * @param installed version by pack id, empty for none
     */
    List<PackOffer> search(String text, UnaryOperator<String> installed) {
        List<PackOffer> offers = new ArrayList<>();
        if (shipped != null && Files.isDirectory(shipped)) {
            try {
                RepositoryIndex.of(shipped, SHIPPED).search(text).forEach(entry -> offers.add(offer(SHIPPED, entry, installed)));
            } catch (IOException | PackRefusedException e) {
                LOG.warn("the packs that came with the platform cannot be read: {}", e.getMessage());
            }
        }
        repositories.forEach((name, repository) -> {
            try {
                index(name).search(text).forEach(entry -> offers.add(offer(name, entry, installed)));
            } catch (IOException | PackRefusedException e) {
                LOG.warn("repository {} cannot be searched: {}", name, e.getMessage());
            }
        });
        return offers;
    }

    private PackOffer offer(String repository, Entry entry, UnaryOperator<String> installed) {
        boolean compatible = entry.isCompatible(spi);
        String now = installed.apply(entry.id());
        String note = !compatible ? "it is for platforms " + entry.platform() + ", this one is " + spi
                : now.isEmpty() ? "" : now.equals(entry.version()) ? "installed" : now + " is installed";
        return new PackOffer(repository, entry.id(), entry.version(), entry.title(), entry.publisher(), compatible, note, entry.bytes());
    }

    private RepositoryIndex index(String name) throws IOException, PackRefusedException {
        PackRepository.Listing listing = repositories.get(name).list(trust);
        if (listing.signature().state() != PackSignature.State.TRUSTED) {
            throw new PackRefusedException(listing.signature().sentence());
        }
        return listing.index();
    }

    /** @throws PackRefusedException where it is not offered, is too large, or what comes is not what the index says */
    InputStream fetch(String repository, String id, String version) throws IOException, PackRefusedException {
        boolean own = SHIPPED.equals(repository) && shipped != null;
        if (!own && !repositories.containsKey(repository)) {
            throw new IllegalArgumentException("there is no repository '" + repository + "'; there are " + repositories.keySet());
        }
        Entry entry = (own ? RepositoryIndex.of(shipped, SHIPPED) : index(repository)).packs().stream()
                .filter(each -> each.id().equals(id) && each.version().equals(version)).findFirst()
                .orElseThrow(() -> new PackRefusedException("repository " + repository + " does not offer " + id + ' ' + version));
        if (entry.bytes() > Limits.STANDARD.fileBytes()) {
            throw new PackRefusedException(id + ' ' + version + " has " + entry.bytes() + " bytes; " + Limits.STANDARD.fileBytes()
                    + " are allowed");
        }
        if (own) {
            return Files.newInputStream(shipped.resolve(entry.file()));
        }
        Files.createDirectories(scratch);
        Path file = Files.createTempFile(scratch, "fetch", ".gpack");
        repositories.get(repository).fetch(entry, file);
        return new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public void close() throws IOException {
                super.close();
                Files.deleteIfExists(file);
            }
        };
    }
}
