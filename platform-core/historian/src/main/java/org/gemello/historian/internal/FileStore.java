package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the history, in the order of the log. A file becomes part of it by an atomic rename, after it is on disk; what a
 * crash left half done is cleared away when the store is opened.
 */
final class FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final Comparator<HistoryFile> LOG_ORDER = Comparator.comparingLong((HistoryFile f) -> f.name().from())
            .thenComparingLong(f -> -f.name().to());
    static final String UNFINISHED = ".tmp";
    /** What else is in the folder. */
    private static final Set<String> OTHER = Set.of(NoteJournal.NAME, LastValuesFile.NAME);
    private final Path folder;
    private final Path quarantine;
    private final List<HistoryFile> files = new ArrayList<>();
    private final List<FileName> lost = new ArrayList<>();

    FileStore(Path folder) throws IOException {
        this.folder = folder;
        this.quarantine = Files.createDirectories(folder.resolve("quarantine"));
        for (Path path : list(quarantine)) {
            FileName.parse(path.getFileName().toString()).ifPresent(lost::add);
        }
        for (Path path : list(folder)) {
            open(path);
        }
        files.sort(LOG_ORDER);
        removeMerged();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void open(Path path) throws IOException {
        String text = path.getFileName().toString();
        Optional<FileName> name = FileName.parse(text);
        if (text.endsWith(UNFINISHED)) {
            LOG.info("history: {} was not finished and is removed; its rows come again from the log", text);
            Files.delete(path);
        } else if (name.isPresent()) {
            files.add(new HistoryFile(path, name.get()));
        } else if (!OTHER.contains(text)) {
            LOG.warn("history: {} is not a file of the history and is left alone", path);
        }
    }

    /** A crash between the rename of a merged file and the removal of its parts leaves both; in the order of the log they follow it. */
    private void removeMerged() throws IOException {
        HistoryFile whole = null;
        for (HistoryFile file : List.copyOf(files)) {
            if (whole == null || !whole.name().replaces(file.name())) {
                whole = file;
            } else if (whole.isIntact()) {
                remove(file);
            } else {
                quarantine(whole, "its content does not match its checksum");
                whole = file;
            }
        }
    }

    /** A path for a file to be written, not part of the history yet. */
    Path unfinished(long from) throws IOException {
        Path path = folder.resolve(from + UNFINISHED);
        Files.deleteIfExists(path);
        return path;
    }

    /** Gives a written file its name, on disk when this returns; it is read only after {@link #add}. */
    HistoryFile finished(Path path, FileName name) throws IOException {
        Path named = folder.resolve(name.toString());
        Files.move(path, named, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        return new HistoryFile(named, name);
    }

    synchronized void add(HistoryFile file) {
        files.add(file);
        files.sort(LOG_ORDER);
    }

    /** Puts a merged file in the place of its parts. */
    synchronized void replace(List<HistoryFile> parts, HistoryFile whole) {
        add(whole);
        parts.forEach(this::remove);
    }

    synchronized void remove(HistoryFile file) {
        if (files.remove(file)) {
            file.retire(Files::deleteIfExists);
        }
    }

    /** Takes a file that cannot be trusted out of use; it is kept aside, for a person to look at. */
    synchronized void quarantine(HistoryFile file, String why) {
        if (files.remove(file)) {
            LOG.error("history: {} is moved to {}: {}", file, quarantine, why);
            lost.add(file.name());
            file.retire(path -> {
                Files.move(path, quarantine.resolve(path.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                sync(quarantine);
                sync(folder);
            });
        }
    }

    /** Files as wanted; they stay until {@link HistoryFile#leave}. */
    synchronized List<HistoryFile> enter(Predicate<HistoryFile> wanted) {
        List<HistoryFile> found = files.stream().filter(wanted).toList();
        found.forEach(HistoryFile::enter);
        return found;
    }

    /** Files in quarantine whose rows have not come again from the log. */
    synchronized List<FileName> lost() {
        return lost.stream().filter(name -> !isCovered(name)).toList();
    }

    private boolean isCovered(FileName name) {
        long reached = name.from();
        for (HistoryFile file : files) {
            if (file.name().from() <= reached && file.name().to() > reached) {
                reached = file.name().to();
            }
        }
        return reached >= name.to();
    }

    synchronized List<HistoryFile> all() {
        return List.copyOf(files);
    }

    /** Earliest time of a file, {@link Long#MAX_VALUE} without any. */
    synchronized long first() {
        return files.stream().mapToLong(f -> f.name().times().first()).min().orElse(Long.MAX_VALUE);
    }

    /** The next time from {@code time} on that a file covers, {@link Long#MAX_VALUE} where none does. */
    synchronized long next(long time) {
        return files.stream().mapToLong(f -> f.name().times().next(time)).min().orElse(Long.MAX_VALUE);
    }

    /** Latest time of a file, {@link Long#MIN_VALUE} without any. */
    synchronized long last() {
        return files.stream().mapToLong(f -> f.name().times().last()).max().orElse(Long.MIN_VALUE);
    }

    synchronized long bytes() {
        return files.stream().mapToLong(HistoryFile::bytes).sum();
    }

    /** First offset that a file stands for, {@link Long#MAX_VALUE} without any. */
    synchronized long firstOffset() {
        return files.stream().mapToLong(f -> f.name().from()).min().orElse(Long.MAX_VALUE);
    }

    /** Offset up to which the log is in files. */
    synchronized long durable() {
        return files.stream().mapToLong(f -> f.name().to()).max().orElse(0);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
