package org.gemello.packs.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gemello.api.pack.PackRefusedException;

/** Files that have been brought and not installed: {@code quarantine/HANDLE.gpack}. Bounded in number and size. */
public final class Quarantine {
    private static final String PACK = ".gpack";
    private static final int MOST_FILES = 32;
    private static final Pattern HANDLE = Pattern.compile("[0-9a-f-]{36}");
    private final Path folder;
    private final long largest;

    /** @param largest bytes of one file */
    public Quarantine(Path folder, long largest) {
        this.folder = folder.resolve("quarantine");
        this.largest = largest;
    }

    /**
     * Writes a file down.
     *
     * @return its handle
     * @throws PackRefusedException where it is too large, or too many are there
     */
    public String add(InputStream content) throws IOException, PackRefusedException {
        Files.createDirectories(folder);
        if (handles().size() >= MOST_FILES) {
            throw new PackRefusedException(MOST_FILES + " files lie in quarantine already; install or discard some of them");
        }
        String handle = UUID.randomUUID().toString();
        Path fresh = folder.resolve(handle + ".new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            byte[] buffer = new byte[1 << 16];
            long sum = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                sum += read;
                if (sum > largest) {
                    throw new PackRefusedException("the file is larger than " + largest + " bytes, which no pack may be");
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | PackRefusedException | RuntimeException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        Files.move(fresh, folder.resolve(handle + PACK));
        return handle;
    }

    /** Removes what a crash has left half-written. */
    public void tidy() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".new")).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The newest first. */
    public List<String> handles() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(PACK)).sorted(Comparator.comparing((Path file) -> file.toFile()
                    .lastModified()).reversed())
                    .map(file -> file.getFileName().toString().replace(PACK, "")).toList();
        }
    }

    /** Empty where there is no such file. */
    public Optional<Path> file(String handle) {
        Path file = folder.resolve(handle + PACK);
        return HANDLE.matcher(handle).matches() && Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    public Instant added(String handle) throws IOException {
        return Files.getLastModifiedTime(folder.resolve(handle + PACK)).toInstant();
    }

    public boolean remove(String handle) throws IOException {
        Optional<Path> file = file(handle);
        return file.isPresent() && Files.deleteIfExists(file.get());
    }
}
