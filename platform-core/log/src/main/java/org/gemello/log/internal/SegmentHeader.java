package org.gemello.log.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The first bytes of a segment, little endian: magic, format version, first offset, begin time, checksum of these. The begin time
 * is when the segment was made, or the newest append time in the log before it where that is later: it never goes back from one
 * segment to the next, whatever the clock does.
 */
final class SegmentHeader {
    static final int BYTES = 32;
    /** Raised when older programs can no longer read the file: 2 has late data, corrections and notes. Older ones are read. */
    static final int VERSION = 2;
    /** "GEMELLO" and a byte that text never has, so that a transfer as text is noticed. */
    private static final long MAGIC = 0x8A4F4C4C454D4547L;
    private static final int CHECKED = BYTES - Integer.BYTES;

    private SegmentHeader() {
    }

    /** @param begun nanoseconds since the epoch */
    static ByteBuffer bytes(long first, long begun) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MAGIC).putInt(VERSION).putLong(first).putLong(begun);
        return bytes.putInt(crc(bytes)).flip();
    }

    /**
     * Checks a header.
     *
     * @throws DamagedException     where it is not a header, or one of another segment
     * @throws LaterFormatException where a later version wrote it
     */
    static void check(ByteBuffer bytes, long first) throws DamagedException, LaterFormatException {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < BYTES || bytes.getLong(0) != MAGIC || bytes.getInt(CHECKED) != crc(bytes) || bytes.getInt(8) < 1) {
            throw new DamagedException(0, "no segment header");
        }
        if (bytes.getInt(8) > VERSION) {
            throw new LaterFormatException(bytes.getInt(8));
        }
        if (bytes.getLong(12) != first) {
            throw new DamagedException(0, "header says first offset " + bytes.getLong(12));
        }
    }

    /** The begin time of a segment, 0 where it cannot be read. */
    static long begun(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
        }
        return !bytes.hasRemaining() && bytes.getInt(CHECKED) == crc(bytes) ? bytes.getLong(20) : 0;
    }

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(0, CHECKED));
        return (int) crc.getValue();
    }
}
