package org.gemello.historian.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a history file says, so that no file is opened in vain and a crash needs no other record.
 *
 * @param from     first offset of the log that the file stands for
 * @param to       offset after the last one
 * @param minTime  earliest time of its samples and gaps, nanoseconds since the epoch
 * @param maxTime  latest one
 * @param level    how often it was merged: 0 as flushed
 * @param checksum CRC-32C of the file
 */
record FileName(long from, long to, long minTime, long maxTime, int level, int checksum) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,19})-(\\d{1,19})_(-?\\d{1,19})_(-?\\d{1,19})_L(\\d)_([0-9a-f]{8})\\.tsfile");

    /** Reads a name; empty where it is none of ours. */
    static Optional<FileName> parse(String text) {
        Matcher name = FORM.matcher(text);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FileName(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)), Long.parseLong(name.group(3)),
                    Long.parseLong(name.group(4)), Integer.parseInt(name.group(5)), Integer.parseUnsignedInt(name.group(6), 16)));
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }

    /** True where the file may have something with a time in {@code [start, end)}. */
    boolean overlaps(long start, long end) {
        return minTime < end && maxTime >= start;
    }

    /** True where this file has all that the other one stands for. */
    boolean replaces(FileName other) {
        return from <= other.from && to >= other.to;
    }

    @Override
    public String toString() {
        return String.format("%019d-%019d_%d_%d_L%d_%08x.tsfile", from, to, minTime, maxTime, level, checksum);
    }
}
