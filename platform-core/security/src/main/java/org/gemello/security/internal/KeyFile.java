package org.gemello.security.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.api.Role;
import org.gemello.security.ApiKey;
import org.gemello.security.policy.Globs;

/** The keys on disk, one per line: {@code id name ROLE created creator expires hash twins}; keys
 * that earlier versions made have no twins written, and are for all of them. */
final class KeyFile {
    private static final String HEADER = "# Keys of programs: id, name, role, made when and by whom, expiry, SHA-256 of the key, its twins. Written by the platform.\n";
    private static final int FIELDS = 8;
    private final Path file;

    /** A key with its hash. */
    record Kept(ApiKey key, String hash) {
    }

    /** @param folder made where it is missing */
    KeyFile(Path folder) throws IOException {
        this.file = PrivateFiles.folder(folder).resolve("api-keys");
    }

    /**
     * By id.
     *
     * @throws IOException where a line cannot be read
     */
    Map<String, Kept> read() throws IOException {
        Map<String, Kept> keys = new TreeMap<>();
        if (!Files.exists(file)) {
            return keys;
        }
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    Kept kept = parse(line);
                    keys.put(kept.key().id(), kept);
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage() + "; mend or remove the line", e);
                }
            }
        }
        return keys;
    }

    private static Kept parse(String line) {
        String[] parts = line.split(" ");
        if (parts.length < FIELDS - 1 || parts.length > FIELDS) {
            throw new IllegalArgumentException("a key is written: id name ROLE created creator expires hash twins");
        }
        Globs twins = parts.length < FIELDS ? Globs.ALL : Globs.of(parts[FIELDS - 1].split(","));
        return new Kept(new ApiKey(parts[0], parts[1], Role.valueOf(parts[2]), Instant.parse(parts[3]), parts[4], Instant.parse(parts[5]), twins),
                parts[6]);
    }

    void write(Collection<Kept> keys) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (Kept kept : keys) {
            ApiKey key = kept.key();
            text.append(String.join(" ", key.id(), key.name(), key.role().name(), key.created().toString(), key.creator(),
                    key.expires().toString(), kept.hash(), String.join(",", key.twins().patterns()))).append('\n');
        }
        PrivateFiles.write(file, text.toString());
    }
}
