package org.gemello.log.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointTable;

/**
 * How much of a segment is whole: every checksum is verified, of the content only the definitions of points are read.
 *
 * @param good     bytes up to the end of the last whole record before any damage
 * @param end      offset after that record; the segment's first offset where it has no items
 * @param appended append time of that record, nanoseconds since the epoch; 0 where there is none
 * @param newest   newest append time up to there; 0 where there is none
 * @param points   the points that the segment has defined up to there
 */
record SegmentScan(long good, long end, long appended, long newest, List<PointDefinition> points) {

    static SegmentScan of(Segment segment) throws IOException {
        PointTable points = new PointTable();
        try (SegmentReader reader = new SegmentReader(segment, points)) {
            try {
                boolean more = true;
                while (more) {
                    more = reader.verify();
                }
            } catch (DamagedException e) {
                return of(reader, e.position(), points);
            }
            return of(reader, reader.position(), points);
        }
    }

    private static SegmentScan of(SegmentReader reader, long good, PointTable points) {
        List<PointDefinition> defined = Arrays.stream(reader.defined()).mapToObj(points::definition).toList();
        return new SegmentScan(good, reader.offset(), reader.appended(), reader.newest(), defined);
    }

    /**
     * Looks for whole records behind the damage. If there are any it is not a torn tail: what is there may have been acknowledged.
     *
     * @param found called with the header and the payload of each, in their order
     * @return offset after the last one found, {@link #end()} where there is none
     */
    long behindDamage(Segment segment, BiConsumer<RecordHeader, ByteBuffer> found) throws IOException {
        try (FileChannel channel = FileChannel.open(segment.path(), StandardOpenOption.READ)) {
            long length = Math.min(channel.size() - good, Integer.MAX_VALUE);
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, good, length).order(ByteOrder.LITTLE_ENDIAN);
            long last = end;
            int at = 0;
            while (at <= bytes.limit() - RecordHeader.BYTES) {
                RecordHeader header = wholeRecord(bytes, at, last);
                if (header != null && header.offset() < segment.limit()) {
                    last = header.next();
                    found.accept(header, bytes.slice(at + RecordHeader.BYTES, header.payloadLength()));
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
