package org.gemello.log.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a copy of what is damaged, so that nothing is lost that somebody may still read. Safe for use by many threads. */
final class Quarantine {
    private static final String DAMAGED = ".damaged";
    private static final String TOLD = ".told";
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private final Path directory;
    private volatile long kept;
    private volatile Runnable onDamage = () -> { };

    /** @param directory made when there is something to keep */
    Quarantine(Path directory) throws IOException {
        this.directory = directory;
        this.kept = count();
    }

    private long count() throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(DAMAGED)).count();
        }
    }

    /** Copies a segment from the damage on and lets readers go only so far; the segment itself stays as it is. */
    synchronized void keep(Segment segment, DamagedException damage) throws IOException {
        // hopping over records may notice damage later than where it begins
        long from = Math.min(damage.position(), SegmentScan.of(segment).good());
        Path copy = directory.resolve(segment + "-" + from + DAMAGED);
        if (!Files.exists(copy) && !Files.exists(told(copy))) { // people may have taken the copy away
            Files.createDirectories(directory);
            copy(segment, from, copy);
            kept = count();
            LOG.error("segment {} is damaged from byte {} on ({}); copied to {}, reading goes on at the next segment", segment, from,
                    damage.getMessage(), copy);
        }
        segment.readable(from);
        onDamage.run();
    }

    /** @param task run when something has been set aside; must be short */
    void onDamage(Runnable task) {
        onDamage = task;
    }

    /** What was set aside, by file name, and nobody has said yet that it told of the hole. */
    synchronized List<Path> untold() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(DAMAGED) && !Files.exists(told(file))).sorted().toList();
        }
    }

    private static Path told(Path copy) {
        return copy.resolveSibling(copy.getFileName() + TOLD);
    }

    /** Notes that the hole is in the log, or that there is none any more. */
    void tellNoMore(Path copy) throws IOException {
        Files.write(told(copy), new byte[0]);
        DurableFiles.forceDirectory(directory);
    }

    /** Looks again how much is there: people may have taken it away. */
    long recount() throws IOException {
        kept = count();
        return kept;
    }

    private void copy(Segment segment, long from, Path copy) throws IOException {
        try (FileChannel source = FileChannel.open(segment.path(), StandardOpenOption.READ);
                FileChannel target = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long at = from;
            while (at < source.size()) {
                at += source.transferTo(at, source.size() - at, target);
            }
            target.force(true);
        }
        DurableFiles.forceDirectory(directory);
    }

    boolean isEmpty() {
        return kept == 0;
    }

    /** For people: empty where nothing is damaged. */
    String text() {
        return kept == 0 ? "" : kept + " damaged regions of the log were set aside in " + directory + "; the samples in them are missing";
    }
}
