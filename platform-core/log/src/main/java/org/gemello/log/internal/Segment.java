package org.gemello.log.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/**
 * One file of the log. Readers may read up to {@link #bytes()}: for the segment being written that is what is on disk, for
 * one found damaged what is good.
 */
final class Segment {
    private static final Pattern NAME = Pattern.compile("\\d{20}\\.seg");
    private final Path path;
    private final long first;
    private final ConcurrentSkipListMap<Long, Mark> marks = new ConcurrentSkipListMap<>();
    private volatile long bytes;

    Segment(Path directory, long first) {
        this.path = directory.resolve(String.format("%020d.seg", first));
        this.first = first;
    }

    /** The first offset of a segment by its file name; empty where it is not the name of a segment. */
    static OptionalLong first(Path file) {
        String name = file.getFileName().toString();
        if (!NAME.matcher(name).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(name.substring(0, 20)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // twenty digits beyond 2^63: nothing that the log has written
        }
    }

    Path path() {
        return path;
    }

    /** Offset of the first item. */
    long first() {
        return first;
    }

    long bytes() {
        return bytes;
    }

    /** Readers may read up to here from now on. */
    void readable(long upTo) {
        bytes = upTo;
    }

    /** The last mark that a reader has left at or before an offset; null where there is none. */
    Mark markBefore(long offset) {
        Map.Entry<Long, Mark> entry = marks.floorEntry(offset);
        return entry == null ? null : entry.getValue();
    }

    /** Leaves a mark for readers to come. */
    void mark(Mark mark) {
        marks.put(mark.offset(), mark);
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
