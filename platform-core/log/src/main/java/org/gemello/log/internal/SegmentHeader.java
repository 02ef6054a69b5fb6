package org.gemello.log.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The first bytes of a segment, little endian: magic, format version, first offset, creation time, checksum of these. */
final class SegmentHeader {
    static final int BYTES = 32;
    /** Raised when older programs can no longer read the file: 2 has late data, corrections and notes. Older ones are read. */
    static final int VERSION = 2;
    /** "GEMELLO" and a byte that text never has, so that a transfer as text is noticed. */
    private static final long MAGIC = 0x8A4F4C4C454D4547L;
    private static final int CHECKED = BYTES - Integer.BYTES;

    private SegmentHeader() {
    }

    /** @param created nanoseconds since the epoch */
    static ByteBuffer bytes(long first, long created) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MAGIC).putInt(VERSION).putLong(first).putLong(created);
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

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(0, CHECKED));
        return (int) crc.getValue();
    }
}
