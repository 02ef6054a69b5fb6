package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;

/**
 * Writes a spill file: rows as they are flushed from memory, in a form that costs little to make and to read once or twice, until many of
 * them are merged into a TsFile. It is frames, each the length of its content, the CRC-32C of that, both 32 bits, and the content: a
 * {@link SpillBlock}s in the order of the points, then the {@link SpillIndex}; the last 8 bytes say where that begins. Little
 * endian.
 */
final class SpillFileWriter implements Closeable {
    static final int HEADER = 2 * Integer.BYTES;
    static final int TAIL = Long.BYTES;
    private final ChecksumOutput output;
    private final ReceivedTimes receptions;
    private final SpillBuffer buffer = new SpillBuffer();
    private final TimeSpans.Builder times = new TimeSpans.Builder();
    /** See {@link SpillIndex#entry}. */
    private long[] blocks;
    private int size;
    private int samples;
    private int gaps;

    /**
     * @param points     number of points
     * @param receptions when the samples were received, where that is not to stand with each of them; else empty
     */
    SpillFileWriter(Path path, int points, ReceivedTimes receptions) throws IOException {
        this.output = new ChecksumOutput(path);
        this.blocks = new long[points];
        this.receptions = receptions;
    }

    /** Writes what there is of a point; points come in their order. */
    void point(PointId point, SeriesRows rows, List<GapRow> rowsOfGaps) throws IOException {
        samples += rows.size();
        gaps += rowsOfGaps.size();
        if (rows.size() > 0) {
            times.add(rows.sortedTimes());
        }
        rowsOfGaps.forEach(gap -> times.add(gap.from(), gap.to()));
        int end = Math.min(rows.size(), SpillBlock.MOST_ROWS);
        block(point, rows, 0, end, rowsOfGaps);
        while (end < rows.size()) {
            int start = end;
            end = Math.min(rows.size(), start + SpillBlock.MOST_ROWS);
            block(point, rows, start, end, List.of());
        }
    }

    private void block(PointId point, SeriesRows rows, int start, int end, List<GapRow> rowsOfGaps) throws IOException {
        if (output.getPosition() > Integer.MAX_VALUE) {
            throw new IOException("a spill file of more than 2 GB");
        }
        blocks = size == blocks.length ? Arrays.copyOf(blocks, size + 1) : blocks;
        blocks[size++] = SpillIndex.entry(point, output.getPosition());
        SpillBlock.write(buffer, point, rows, start, end, rowsOfGaps, receptions.size() == 0);
        frame();
    }

    private void frame() throws IOException {
        ByteBuffer content = buffer.content();
        CRC32C checksum = new CRC32C();
        checksum.update(content.array(), 0, content.limit());
        output.write(ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN).putInt(content.limit())
                .putInt((int) checksum.getValue()).array());
        output.write(content.array(), 0, content.limit());
        buffer.clear();
    }

    /** Completes the file, on disk when this returns; its name tells what it covers. */
    FileName finish(long from, long to) throws IOException {
        long index = output.getPosition();
        new SpillIndex(Arrays.copyOf(blocks, size), samples, gaps, receptions).write(buffer);
        frame();
        output.write(ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN).putLong(index).array());
        output.force();
        return new FileName(from, to, times.build(), FileName.SPILLED, output.checksum());
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
