package org.gemello.log.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored positions of consumer groups: one small file per group, replaced as a whole, holding the offset and its checksum.
 * A file that cannot be read counts as a group never seen: it reads again from the oldest record, which loses nothing.
 */
final class GroupPositions {
    private static final Logger LOG = LoggerFactory.getLogger(GroupPositions.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CONTENT = Pattern.compile("(\\d{1,18}) ([0-9a-f]{8})\n");
    private static final String SUFFIX = ".position";
    private final Path directory;
    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final Set<String> active = ConcurrentHashMap.newKeySet();

    /** @param directory made where it is missing */
    GroupPositions(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                read(file);
            }
        }
    }

    private void read(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = Files.size(file) > 64 ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        Matcher content = CONTENT.matcher(text);
        if (content.matches() && text.equals(content(Long.parseLong(content.group(1))))) {
            positions.put(name.substring(0, name.length() - SUFFIX.length()), Long.parseLong(content.group(1)));
        } else {
            LOG.warn("{} is damaged: its group reads again from the oldest record kept", file);
        }
    }

    private static String content(long next) {
        CRC32C crc = new CRC32C();
        crc.update(Long.toString(next).getBytes(StandardCharsets.ISO_8859_1));
        return String.format("%d %08x\n", next, crc.getValue());
    }

    long position(String group) {
        return positions.getOrDefault(group, 0L);
    }

    /** The group reads. */
    void activate(String group) {
        active.add(group);
    }

    /** Whether the group has read, or has stored a position, since the log was opened. */
    boolean isActive(String group) {
        return active.contains(group);
    }

    /**
     * Stores a position; on disk when this returns.
     *
     * @throws IllegalArgumentException where the name of the group cannot be that of a file
     */
    synchronized void store(String group, long next) throws IOException {
        if (!NAME.matcher(group).matches()) {
            throw new IllegalArgumentException("consumer group '" + group + "' is not of the form " + NAME.pattern());
        }
        activate(group);
        if (!Long.valueOf(next).equals(positions.get(group))) {
            DurableFiles.replace(directory.resolve(group + SUFFIX), content(next).getBytes(StandardCharsets.ISO_8859_1));
            positions.put(group, next);
        }
    }

    /**
     * Removes a group; false where there is none of that name. Gone from the disk when this returns.
     *
     * @throws IllegalStateException where it is active
     */
    synchronized boolean forget(String group) throws IOException {
        if (!positions.containsKey(group)) {
            return false;
        } else if (isActive(group)) {
            throw new IllegalStateException("consumer group '" + group + "' has read the log since the platform started, so it is in use; "
                    + "take away its reader and restart first");
        }
        Files.deleteIfExists(directory.resolve(group + SUFFIX));
        DurableFiles.forceDirectory(directory);
        positions.remove(group);
        return true;
    }

    /** What the slowest group still needs begins here; {@link Long#MAX_VALUE} where there is no group. */
    long slowest() {
        return positions.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    /** What the fastest group has taken ends here; 0 where there is no group. */
    long fastest() {
        return positions.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    Map<String, Long> all() {
        return Map.copyOf(positions);
    }
}
