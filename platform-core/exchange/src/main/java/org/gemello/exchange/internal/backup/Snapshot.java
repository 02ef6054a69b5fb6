package org.gemello.exchange.internal.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gemello.exchange.internal.DurableFiles;

/**
 * The platform's files as of one moment, while it goes on. What makes them fit together is the order in which they are held, see
 * {@code docs/adr/0018}: the log first, so that retention takes nothing away that the rest needs; then what was made of the log, with
 * offsets that the log has passed by then; and the log once more, so that it reaches beyond all of them.
 */
final class Snapshot implements Closeable {
    /** Folder of the links, within the data folder because a link cannot lead to another disk. */
    static final String FOLDER = ".snapshot";
    private static final Path LOG = Path.of("log");
    private static final Path POSITIONS = LOG.resolve("groups");
    /** What a restored platform does not need, or makes anew. */
    private static final Set<String> LEFT_OUT = Set.of(FOLDER, "container", "exports", "imports", "backups", "jobs", "gemello.pid", "build.log");
    /** Never whole: written beside a file that they will replace. */
    private static final List<String> UNFINISHED = List.of(".tmp", ".new", ".part", ".lock");
    private final Path folder;
    private final long offset;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A file of the snapshot.
     *
     * @param name in the backup, with {@code /}: {@code data/...} or {@code config/...}
     * @param file where its content is held
     * @param size its length as of the snapshot; it may have grown since
     */
    record Entry(String name, Path file, long size) {
    }

    /**
     * @param data    the data folder
     * @param config  the configuration, which may lie within the data folder
     * @param durable asked for the offset up to which the log is on disk
     */
    Snapshot(Path data, Path config, LongSupplier durable) throws IOException {
        folder = data.resolve(FOLDER);
        DurableFiles.remove(folder);
        DurableFiles.privateFolder(folder);
        boolean whole = false;
        try {
            Path held = folder.resolve("data");
            HeldFolder log = new HeldFolder(data, held, path -> path.startsWith(LOG) && !path.startsWith(POSITIONS) && isWhole(path));
            log.hold();
            new HeldFolder(data, held, under(POSITIONS)).hold();
            Predicate<Path> rest = path -> !path.startsWith(LOG) && !LEFT_OUT.contains(path.getName(0).toString())
                    && !data.resolve(path).startsWith(config) && isWhole(path);
            new HeldFolder(data, held, rest).hold();
            new HeldFolder(config, folder.resolve("config"), Snapshot::isWhole).hold();
            offset = durable.getAsLong();
            log.hold();
            list("data", held);
            list("config", folder.resolve("config"));
            whole = true;
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    /** A folder, what is in it, and the folders on the way to it. */
    private static Predicate<Path> under(Path folder) {
        return path -> path.startsWith(folder) && isWhole(path) || folder.startsWith(path);
    }

    private static boolean isWhole(Path path) {
        String name = path.getFileName().toString();
        return !name.equals("lock") && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    private void list(String prefix, Path held) throws IOException {
        if (!Files.isDirectory(held)) {
            return;
        }
        try (Stream<Path> files = Files.walk(held)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = prefix + "/" + held.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
                entries.add(new Entry(name, file, Files.size(file)));
            }
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Offset of the log up to which everything is in the snapshot. */
    long offset() {
        return offset;
    }

    long bytes() {
        return entries.stream().mapToLong(Entry::size).sum();
    }

    @Override
    public void close() throws IOException {
        DurableFiles.remove(folder);
    }
}
