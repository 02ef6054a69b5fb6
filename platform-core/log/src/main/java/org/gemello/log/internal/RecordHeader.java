package org.gemello.log.internal;

import java.nio.ByteBuffer;
import org.gemello.api.TraceId;

/**
 * What stands before the payload of every record, little endian:
 * <pre>
 *  0 int   length of what follows the checksum
 *  4 int   CRC32C of what follows
 *  8 byte  type
 *  9 long  offset of the first item
 * 17 int   number of items, that is of offsets taken
 * 21 long  append time, nanoseconds since the epoch
 * 29 long  trace, high and low
 * 45 long  cause
 * 53       payload
 * </pre>
 *
 * @param length   bytes after the checksum
 * @param crc      checksum over them
 * @param type     what the payload is
 * @param offset   offset of the first item
 * @param count    number of items
 * @param appended append time, nanoseconds since the epoch
 * @param trace    trace under which the entry came in
 * @param cause    see {@link org.gemello.api.log.LogRecord#cause()}
 */
record RecordHeader(int length, int crc, RecordType type, long offset, int count, long appended, TraceId trace, long cause) {
    /** Length and checksum. */
    static final int FRAME = 8;
    static final int BYTES = 53;
    /** Where the offset stands. */
    static final int OFFSET = 9;
    /** Longest record, so that a damaged length cannot ask for all memory. */
    static final int MAX_BYTES = 32 << 20;
    /** Most items of one record. */
    static final int MAX_ITEMS = 1 << 20;

    /** Offset of the record that follows. */
    long next() {
        return offset + count;
    }

    int payloadLength() {
        return length - (BYTES - FRAME);
    }

    /** Length of the whole record. */
    int recordLength() {
        return FRAME + length;
    }

    /** @throws IllegalArgumentException where a record would be longer than the log takes */
    static void checkLength(long length) {
        if (length > MAX_BYTES) {
            throw new IllegalArgumentException("an entry of " + length + " bytes is too large for the log, which takes " + MAX_BYTES
                    + "; append it in smaller parts");
        }
    }

    /** Writes what the checksum covers; {@link Chunk} adds length and checksum when the payload is there. */
    static void write(PayloadWriter out, RecordType type, long offset, int count, long appended, TraceId trace, long cause) {
        out.room(BYTES).putLong(0).put(type.number()).putLong(offset).putInt(count).putLong(appended)
                .putLong(trace.high()).putLong(trace.low()).putLong(cause);
    }

    /**
     * Reads a header without believing it.
     *
     * @param bytes    little endian, at least {@link #BYTES} at {@code at}
     * @param expected offset that the record must have
     * @return null where it cannot be a header
     */
    static RecordHeader read(ByteBuffer bytes, int at, long expected) {
        int length = bytes.getInt(at);
        RecordType type = RecordType.of(bytes.get(at + 8));
        long offset = bytes.getLong(at + OFFSET);
        int count = bytes.getInt(at + 17);
        if (type == null || offset != expected || length < BYTES - FRAME || length > MAX_BYTES - FRAME || !countFits(type, count)) {
            return null;
        }
        TraceId trace = new TraceId(bytes.getLong(at + 29), bytes.getLong(at + 37));
        return new RecordHeader(length, bytes.getInt(at + 4), type, offset, count, bytes.getLong(at + 21), trace, bytes.getLong(at + 45));
    }

    private static boolean countFits(RecordType type, int count) {
        return switch (type) {
            case DEFINE -> count == 0;
            case SAMPLES, BACKFILL -> count >= 1 && count <= MAX_ITEMS;
            default -> count == 1;
        };
    }
}
