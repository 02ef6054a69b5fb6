package org.gemello.log.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.gemello.api.PointTable;

/**
 * How much of a segment is whole: every checksum is verified, nothing is decoded.
 *
 * @param good     bytes up to the end of the last whole record before any damage
 * @param end      offset after that record; the segment's first offset where it has no items
 * @param appended append time of that record, nanoseconds since the epoch; 0 where there is none
 */
record SegmentScan(long good, long end, long appended) {

    static SegmentScan of(Segment segment) throws IOException {
        try (SegmentReader reader = new SegmentReader(segment, new PointTable())) {
            try {
                boolean more = true;
                while (more) {
                    more = reader.verify();
                }
            } catch (DamagedException e) {
                return new SegmentScan(e.position(), reader.offset(), reader.appended());
            }
            return new SegmentScan(reader.position(), reader.offset(), reader.appended());
        }
    }

    /**
     * Looks for whole records behind the damage. If there are any it is not a torn tail: what is there had been acknowledged.
     *
     * @return offset after the last one found, {@link #end()} where there is none
     */
    long endBehindDamage(Segment segment) throws IOException {
        try (FileChannel channel = FileChannel.open(segment.path(), StandardOpenOption.READ)) {
            long length = Math.min(channel.size() - good, Integer.MAX_VALUE);
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, good, length).order(ByteOrder.LITTLE_ENDIAN);
            long last = end;
            int at = 0;
            while (at <= bytes.limit() - RecordHeader.BYTES) {
                RecordHeader header = wholeRecord(bytes, at, last);
                if (header != null) {
                    last = header.next();
                }
                at += header == null ? 1 : header.recordLength();
            }
            return last;
        }
    }

    private static RecordHeader wholeRecord(ByteBuffer bytes, int at, long atLeast) {
        RecordHeader header = RecordHeader.read(bytes, at, Math.max(atLeast, bytes.getLong(at + RecordHeader.OFFSET)));
        if (header == null || header.recordLength() > bytes.limit() - at) {
            return null;
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(at + RecordHeader.FRAME, header.length()));
        return (int) crc.getValue() == header.crc() ? header : null;
    }
}
