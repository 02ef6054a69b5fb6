package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Since when a connection has open holes, on disk, so that a platform that ends while the server is gone still knows it at its next start.
 * There is a file with a number as long as there is a hole. Used by one thread.
 */
final class LostSince {
    private static final Logger LOG = LoggerFactory.getLogger(LostSince.class);

    /** Null to forget it with the process. */
    private final Path file;
    private long since;

    private LostSince(Path file, long since) {
        this.file = file;
        this.since = since;
    }

    static LostSince inMemory() {
        return new LostSince(null, Item.NEVER);
    }

    static LostSince open(Path file) {
        try {
            return new LostSince(file, Files.exists(file) ? Long.parseLong(Files.readString(file).trim()) : Item.NEVER);
        } catch (IOException | NumberFormatException e) {
            LOG.warn("since when the server was lost cannot be read from {}: {}", file, e.toString());
            return new LostSince(file, Item.NEVER);
        }
    }

    /** Nanoseconds since the epoch, {@link Item#NEVER} where there is no hole. */
    long time() {
        return since;
    }

    boolean isOpen() {
        return since != Item.NEVER;
    }

    /** The first of several losses counts. */
    void begin(long time) {
        if (isOpen() && since <= time) {
            return;
        }
        since = time;
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(Long.toString(time).getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            LOG.error("since when the server was lost cannot be kept in {}; after a crash now it would not be known: {}", file, e.toString());
        }
    }

    /** Every hole has its end. */
    void end() {
        since = Item.NEVER;
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed, more of the log than needed will be read at the next start: {}", file, e.toString());
        }
    }
}
