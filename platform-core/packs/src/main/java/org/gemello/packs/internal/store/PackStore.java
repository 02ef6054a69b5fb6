package org.gemello.packs.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gemello.api.pack.PackGrant;

/** Kept versions: {@code store/ID/VERSION+SHA8.gpack}, beside each a note of when it came and what it had been granted. */
public final class PackStore {
    private static final String PACK = ".gpack";
    private static final String NOTE = ".json";
    private final Path folder;

    /**
     * A kept version.
     *
     * @param id      of the pack
     * @param version semantic version
     * @param sha256  hash of the file
     * @param bytes   size of the file
     * @param added   when it came
     * @param grant   what it was granted when it came
     */
    public record Kept(String id, String version, String sha256, long bytes, Instant added, PackGrant grant) {
        private String name() {
            return version + '+' + sha256.substring(0, 8);
        }
    }

    public PackStore(Path folder) {
        this.folder = folder.resolve("store");
    }

    /** Takes a copy; the note comes last, so what has a note is whole. */
    public void add(Path source, Kept kept) throws IOException {
        Path file = file(kept);
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        note(file.resolveSibling(kept.name() + NOTE)).write(kept);
    }

    public Path file(Kept kept) {
        return folder.resolve(kept.id()).resolve(kept.name() + PACK);
    }

    /** The newest first. */
    public List<Kept> kept(String id) throws IOException {
        Path own = folder.resolve(id);
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(own)) {
            for (Path file : files.filter(file -> file.toString().endsWith(NOTE)).toList()) {
                note(file).read().filter(each -> Files.exists(file(each))).ifPresent(kept::add);
            }
        }
        kept.sort(Comparator.comparing(Kept::added).reversed());
        return kept;
    }

    public Optional<Kept> find(String id, String sha256) throws IOException {
        return kept(id).stream().filter(each -> each.sha256().equals(sha256)).findFirst();
    }

    /** The version whose hash begins so. */
    public Optional<Kept> beginning(String id, String sha) throws IOException {
        return kept(id).stream().filter(each -> each.sha256().startsWith(sha)).findFirst();
    }

    /** Removes the oldest beyond so many; never the one that serves. */
    public void prune(String id, int keep, String serving) throws IOException {
        List<Kept> kept = kept(id);
        long others = 0;
        for (Kept each : kept) {
            if (!each.sha256().equals(serving) && ++others >= keep) {
                Files.deleteIfExists(file(each).resolveSibling(each.name() + NOTE));
                Files.deleteIfExists(file(each));
            }
        }
    }

    private static DurableJson<Kept> note(Path file) {
        return new DurableJson<>(file, new TypeReference<>() { });
    }
}
