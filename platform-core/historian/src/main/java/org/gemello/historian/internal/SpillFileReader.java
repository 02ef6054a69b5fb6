package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;
import org.gemello.history.Row;

/** Reads one spill file; for one thread. Every frame is checked before anything in it is believed. */
final class SpillFileReader implements HistoryReader {
    /** A block of a minute or two at 1 Hz is read at once. */
    private static final int FIRST_READ = 1 << 12;
    /** For reading from begin to end. */
    private static final int LONG_READ = 1 << 16;
    private final HistoryFile known;
    private final FileChannel channel;
    private final long end;
    private final SpillIndex index;
    private final SpillBlock.Columns columns = new SpillBlock.Columns();
    private ByteBuffer buffer = buffer(FIRST_READ);
    /** Where in the file the buffer begins. */
    private long place;

    SpillFileReader(HistoryFile known) throws IOException {
        this.known = known;
        channel = FileChannel.open(known.path());
        try {
            end = channel.size();
            SpillIndex remembered = known.spillIndex();
            index = remembered == null ? readIndex() : remembered;
            known.remember(index);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static ByteBuffer buffer(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    }

    private SpillIndex readIndex() throws IOException {
        long start = end < SpillFileWriter.TAIL ? -1 : at(end - SpillFileWriter.TAIL, SpillFileWriter.TAIL).getLong();
        if (start < 0) {
            throw new IOException("the file does not end as a spill file does");
        }
        return SpillIndex.read(frame(start));
    }

    /** The content of the frame at a place; good until the next is read. */
    private ByteBuffer frame(long start) throws IOException {
        ByteBuffer header = at(start, SpillFileWriter.HEADER);
        int length = header.getInt();
        int expected = header.getInt();
        if (length < 0) {
            throw new IOException("a frame of " + length + " bytes at " + start);
        }
        ByteBuffer content = at(start + SpillFileWriter.HEADER, length);
        CRC32C checksum = new CRC32C();
        checksum.update(content.duplicate());
        if ((int) checksum.getValue() != expected) {
            throw new IOException("the frame at " + start + " does not match its checksum");
        }
        return content;
    }

    /** Some bytes of the file, from the buffer where it has them. */
    private ByteBuffer at(long start, int length) throws IOException {
        if (start < 0 || length > end - start) {
            throw new IOException(length + " bytes at " + start + " of a file of " + end);
        }
        if (start < place || start + length > place + buffer.limit()) {
            fill(start, length);
        }
        return buffer.slice((int) (start - place), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void fill(long start, int length) throws IOException {
        if (buffer.capacity() < length) {
            buffer = buffer(length);
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), end - start));
        while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
            // a read may give less than asked for
        }
        buffer.flip();
        place = start;
        if (buffer.limit() < length) {
            throw new IOException("the file ends at " + (start + buffer.limit()) + ", not at " + end);
        }
    }

    SpillIndex index() {
        return index;
    }

    private interface BlockTaker {
        void take(SpillBlock block) throws IOException;
    }

    private void blocks(PointId point, BlockTaker taker) throws IOException {
        for (long start : index.places(point)) {
            SpillBlock block = new SpillBlock(frame(start));
            if (block.point().equals(point)) {
                taker.take(block);
            }
        }
    }

    private SeriesRows rows(SpillBlock block) throws IOException {
        SeriesRows rows = new SeriesRows(block.size());
        append(block, rows);
        return rows;
    }

    /** Adds the samples of a block of this file to others. */
    void append(SpillBlock block, SeriesRows rows) throws IOException {
        block.samples(rows, columns, index.receptions().size() == 0 ? null : index.receptions().cursor());
    }

    @Override
    public void samples(PointId point, long from, long to, Consumer<Row> taker) throws IOException {
        blocks(point, block -> rows(block).between(from, to, taker));
    }

    @Override
    public void gaps(PointId point, Consumer<GapRow> taker) throws IOException {
        if (!index.hasGaps()) {
            known.markWithoutGaps();
            return;
        }
        blocks(point, block -> block.gaps().forEach(taker));
    }

    @Override
    public void newest(LastValues values) throws IOException {
        Blocks all = blocks();
        for (SpillBlock block = all.next(); block != null; block = all.next()) {
            if (block.size() > 0) {
                values.add(block.point(), rows(block).newest());
            }
        }
    }

    /** Gives the blocks in the order of the points; each is good until the next is asked for. */
    final class Blocks {
        private long start;
        private int left = index.size();

        /** Null at the end. */
        SpillBlock next() throws IOException {
            if (left == 0) {
                return null;
            }
            ByteBuffer content = frame(start);
            start += SpillFileWriter.HEADER + content.limit();
            left--;
            return new SpillBlock(content);
        }
    }

    /** Reads from the begin. */
    Blocks blocks() {
        if (buffer.capacity() < LONG_READ) {
            buffer = buffer(LONG_READ);
        }
        return new Blocks();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
