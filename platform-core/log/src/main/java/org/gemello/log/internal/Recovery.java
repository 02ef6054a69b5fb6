package org.gemello.log.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the segments at the start and puts the last one in order: what a crash left half-written at its end is cut off.
 * Older segments were put in order when they were last; they are checked as they are read.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private final Path directory;
    private final Segments segments;
    private final Quarantine quarantine;
    private long lastAppend;

    Recovery(Path directory, Segments segments, Quarantine quarantine) {
        this.directory = directory;
        this.segments = segments;
        this.quarantine = quarantine;
    }

    /** @return the offset after the last item */
    long run() throws IOException {
        TreeMap<Long, Segment> found = find();
        long end = 0;
        boolean ordered = false;
        while (!ordered && !found.isEmpty()) {
            Segment last = found.lastEntry().getValue();
            end = Math.max(end, putInOrder(last));
            ordered = Files.exists(last.path());
            if (!ordered) {
                found.remove(last.first());
            }
        }
        found.values().forEach(segments::add);
        return end;
    }

    /** When the newest record was appended, nanoseconds since the epoch; 0 where there is none. */
    long lastAppend() {
        return lastAppend;
    }

    private TreeMap<Long, Segment> find() throws IOException {
        TreeMap<Long, Segment> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                OptionalLong first = Segment.first(file);
                if (first.isPresent()) {
                    Segment segment = new Segment(directory, first.getAsLong());
                    segment.readable(Files.size(file));
                    found.put(segment.first(), segment);
                }
            }
        }
        return found;
    }

    /** Cuts or removes what was never acknowledged; returns the offset after the last item, be it readable or not. */
    private long putInOrder(Segment last) throws IOException {
        SegmentScan scan = SegmentScan.of(last);
        long end = scan.end();
        lastAppend = Math.max(lastAppend, scan.appended());
        if (scan.good() < last.bytes()) {
            end = scan.endBehindDamage(last);
            if (end > scan.end()) {
                quarantine.keep(last, new DamagedException(scan.good(), "whole records follow"));
                return end;
            }
            cut(last, scan.good());
        }
        if (end == last.first()) {
            Files.delete(last.path());
            DurableFiles.forceDirectory(directory);
        }
        return end;
    }

    private static void cut(Segment segment, long good) throws IOException {
        LOG.warn("cut {} bytes off the end of segment {}: half-written when the process ended, never acknowledged",
                segment.bytes() - good, segment);
        try (FileChannel channel = FileChannel.open(segment.path(), StandardOpenOption.WRITE)) {
            channel.truncate(good);
            channel.force(true);
        }
        segment.readable(good);
    }
}
