package org.gemello.gpack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gemello.api.pack.Publisher;
import org.gemello.gpack.internal.AtomicFile;
import org.gemello.gpack.internal.Quoted;

/**
 * Whose signatures are trusted. Two folders hold public keys as {@code PUBLISHER.ANYTHING.pem}: the one that came with the platform,
 * which is only read, and the administrator's, which also holds {@code revoked.txt}: ids of keys that are refused for good, whatever the
 * folders say. Files are read at every question, so that a change by hand counts at once; a file that cannot be read fails the question,
 * for then nothing is trusted rather than too much. Safe for use by many threads of one process.
 */
public final class PackTrust {
    private static final String REVOKED = "revoked.txt";
    private final Path builtIn;
    private final Path own;

    /**
     * @param builtIn keys that came with the platform; may be absent
     * @param own     the administrator's folder; made when first written to
     */
    public PackTrust(Path builtIn, Path own) {
        this.builtIn = builtIn;
        this.own = own;
    }

    /** A key that is or was trusted. */
    public record Entry(Publisher publisher, PublicKey key) {
    }

    /** All publishers with their keys, revoked ones too. */
    public synchronized List<Publisher> publishers() throws IOException {
        return entries().values().stream().map(Entry::publisher).toList();
    }

    /** A key by its id, revoked or not; empty where nobody has trusted it. */
    public synchronized Optional<Entry> find(String key) throws IOException {
        return Optional.ofNullable(entries().get(key));
    }

    /** True where the key is refused for good, known or not. */
    public synchronized boolean isRevoked(String key) throws IOException {
        return revoked().contains(key);
    }

    /** True where at least one key of that publisher is trusted and not revoked. */
    public synchronized boolean knows(String publisher) throws IOException {
        return publishers().stream().anyMatch(each -> each.name().equals(publisher) && !each.revoked());
    }

    /**
     * Trusts a publisher's key.
     *
     * @param pem Ed25519 public key
     * @throws IllegalArgumentException where the name is none, the text is no such key, the key is revoked or belongs to another publisher
     */
    public synchronized Publisher trust(String publisher, String pem) throws IOException {
        if (publisher == null || !ManifestReader.ID.matcher(publisher).matches()) {
            throw new IllegalArgumentException("publisher " + Quoted.name(String.valueOf(publisher)) + " is not of the form "
                    + ManifestReader.ID);
        }
        PublicKey key;
        try {
            key = PackKeys.readPublic(pem);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        String id = PackKeys.id(key);
        if (isRevoked(id)) {
            throw new IllegalArgumentException("key " + id + " is revoked for good; ask the publisher for a new one");
        }
        Optional<Entry> known = find(id);
        if (known.isPresent()) {
            if (!known.get().publisher().name().equals(publisher)) {
                throw new IllegalArgumentException("key " + id + " belongs to publisher " + known.get().publisher().name());
            }
            return known.get().publisher();
        }
        PackKeys.writePublic(own.resolve(publisher + "." + id + ".pem"), key);
        return new Publisher(publisher, id, false, false);
    }

    /**
     * Refuses a key for good.
     *
     * @return false where it is revoked already
     * @throws IllegalArgumentException where the text is no id of a key
     */
    public synchronized boolean revoke(String key) throws IOException {
        if (key == null || !key.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("key " + Quoted.name(String.valueOf(key)) + " is no id of a key; write its 64 hex digits");
        }
        Set<String> revoked = new TreeSet<>(revoked());
        if (!revoked.add(key)) {
            return false;
        }
        AtomicFile.replace(own.resolve(REVOKED), (String.join("\n", revoked) + "\n").getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    private Map<String, Entry> entries() throws IOException {
        Set<String> revoked = revoked();
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Path folder : List.of(builtIn, own)) {
            for (Path file : files(folder)) {
                String name = file.getFileName().toString();
                PublicKey key;
                try {
                    key = PackKeys.readPublic(Files.readString(file, StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new IOException(file + " cannot be read as a publisher's key; repair or remove it: " + e.getMessage(), e);
                }
                String id = PackKeys.id(key);
                Publisher publisher = new Publisher(name.substring(0, name.indexOf('.')), id, revoked.contains(id), folder.equals(builtIn));
                entries.putIfAbsent(id, new Entry(publisher, key));
            }
        }
        return entries;
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.pem")) {
                stream.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }

    private Set<String> revoked() throws IOException {
        Path file = own.resolve(REVOKED);
        if (!Files.exists(file)) {
            return Set.of();
        }
        return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toSet());
    }
}
