package org.gemello.log.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file name of a segment: its first offset in twenty digits, and where a file of that offset was there already, which had
 * failed before it held anything, a dash and the number of the attempt. The highest attempt counts.
 */
record SegmentName(long first, int attempt) implements Comparable<SegmentName> {
    private static final Pattern NAME = Pattern.compile("(\\d{20})(?:-(\\d{1,4}))?\\.seg");

    /** Empty where it is not the name of a segment. */
    static Optional<SegmentName> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SegmentName(Long.parseLong(name.group(1)), name.group(2) == null ? 0 : Integer.parseInt(name.group(2))));
        } catch (NumberFormatException e) {
            return Optional.empty(); // twenty digits beyond 2^63: nothing that the log has written
        }
    }

    /** The name of a file that does not exist yet. */
    static Path unused(Path directory, long first) {
        int attempt = 0;
        while (Files.exists(new SegmentName(first, attempt).in(directory))) {
            attempt++;
        }
        return new SegmentName(first, attempt).in(directory);
    }

    Path in(Path directory) {
        return directory.resolve(String.format(attempt == 0 ? "%020d.seg" : "%020d-%d.seg", first, attempt));
    }

    @Override
    public int compareTo(SegmentName other) {
        return first != other.first ? Long.compare(first, other.first) : Integer.compare(attempt, other.attempt);
    }
}
