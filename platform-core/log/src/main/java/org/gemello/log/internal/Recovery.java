package org.gemello.log.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
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
    private long newest;

    Recovery(Path directory, Segments segments, Quarantine quarantine) {
        this.directory = directory;
        this.segments = segments;
        this.quarantine = quarantine;
    }

    /** @return the offset after the last item */
    long run() throws IOException {
        TreeMap<SegmentName, Segment> found = find();
        long end = 0;
        boolean ordered = false;
        while (!ordered && !found.isEmpty()) {
            Map.Entry<SegmentName, Segment> last = found.lastEntry();
            end = Math.max(end, putInOrder(last.getValue()));
            ordered = Files.exists(last.getValue().path());
            if (!ordered) {
                found.remove(last.getKey());
            }
        }
        for (Map.Entry<SegmentName, Segment> segment : found.entrySet()) {
            add(segment.getValue(), found.higherKey(segment.getKey()));
        }
        return end;
    }

    /** A file whose rewriting begins at the same offset has never held anything that was acknowledged. */
    private void add(Segment segment, SegmentName next) throws IOException {
        if (next != null && next.first() == segment.first()) {
            LOG.info("removed {}, which was given up before it held anything", segment);
            Files.delete(segment.path());
        } else {
            segments.add(segment);
        }
    }

    /** When the last record was appended, nanoseconds since the epoch; 0 where there is none. */
    long lastAppend() {
        return lastAppend;
    }

    /** Newest append time in the log, nanoseconds since the epoch; 0 where it is empty. */
    long newest() {
        return newest;
    }

    private TreeMap<SegmentName, Segment> find() throws IOException {
        TreeMap<SegmentName, Segment> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Optional<SegmentName> name = SegmentName.of(file);
                if (name.isPresent()) {
                    Segment segment = new Segment(file, name.get().first(), SegmentHeader.begun(file), null);
                    segment.readable(Files.size(file));
                    found.put(name.get(), segment);
                }
            }
        }
        return found;
    }

    /** Cuts or removes what was never acknowledged; returns the offset after the last item, be it readable or not. */
    private long putInOrder(Segment last) throws IOException {
        SegmentScan scan = SegmentScan.of(last);
        long end = scan.end();
        if (lastAppend == 0) {
            lastAppend = scan.appended();
        }
        newest = Math.max(newest, Math.max(scan.newest(), last.begun()));
        if (scan.good() < last.bytes()) {
            end = scan.behindDamage(last, (header, payload) -> newest = Math.max(newest, header.appended()));
            if (end > scan.end()) {
                quarantine.keep(last, new DamagedException(scan.good(), "whole records follow"));
                return end;
            }
            cut(last, scan.good());
        }
        if (end == last.first()) {
            Files.delete(last.path());
            DurableFiles.forceDirectory(directory);
        } else {
            // readers are shown what a killed process may have left in the memory of the operating system only
            DurableFiles.force(last.path());
        }
        return end;
    }

    private static void cut(Segment segment, long good) throws IOException {
        LOG.warn("cut {} bytes off the end of segment {}: half-written when the process ended, never acknowledged",
                segment.bytes() - good, segment);
        try (FileChannel channel = FileChannel.open(segment.path(), StandardOpenOption.WRITE)) {
            channel.truncate(good);
        }
        segment.readable(good);
    }
}
