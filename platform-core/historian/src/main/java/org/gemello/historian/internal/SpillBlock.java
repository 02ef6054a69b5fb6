package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.PointId;
import org.gemello.api.ValueKind;
import org.gemello.history.GapRow;

/**
 * A block of one point in a spill file: its name, its gaps, the number of its rows, and where there are any, source times, offsets and
 * bits of values as {@link PackedLongs}, received times too where the file has none for all; then runs of rows of one kind, quality and
 * unit, with their texts; 8 bytes of 0. Rows stand in the order in which they came, at most {@link #MOST_ROWS} of them.
 */
final class SpillBlock {
    /** More than these become several blocks, so that no length that a file tells makes a reader take much memory. */
    static final int MOST_ROWS = 1 << 16;
    private final ByteBuffer in;
    private final PointId point;
    private final List<GapRow> gaps = new ArrayList<>();
    private final int size;

    /** @throws IOException where the bytes are no block */
    SpillBlock(ByteBuffer in) throws IOException {
        this.in = in;
        try {
            point = PointId.parse(text(in));
            for (int left = in.getInt(); left > 0; left--) {
                gaps.add(new GapRow(in.getLong(), in.getLong(), in.getLong(), text(in), text(in)));
            }
            size = in.getInt();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("a block begins with nonsense", e);
        }
        if (size < 0 || size > MOST_ROWS) {
            throw new IOException("a block of " + size + " rows");
        }
    }

    /** Writes the rows from {@code start} up to, without, {@code end}. */
    static void write(SpillBuffer out, PointId point, SeriesRows rows, int start, int end, List<GapRow> gaps, boolean withReceived) {
        out.put(point.toString()).put(gaps.size());
        for (GapRow gap : gaps) {
            out.put(gap.from()).put(gap.to()).put(gap.offset()).put(gap.unit()).put(gap.reason());
        }
        out.put(end - start);
        if (end > start) {
            out.put(rows.times(), start, end).put(rows.offsets(), start, end).put(rows.bits(), start, end);
            if (withReceived) {
                out.put(rows.received(), start, end);
            }
            for (int row = start; row < end;) {
                row = writeRun(out, rows, row, end);
            }
        }
        out.put(0L);
    }

    private static int writeRun(SpillBuffer out, SeriesRows rows, int start, int most) {
        int end = Math.min(most, rows.runEnd(start));
        ValueKind kind = rows.kind(start);
        out.put(end - start).put((byte) kind.ordinal()).put(rows.quality(start)).put(rows.unit(start));
        for (int row = start; kind == ValueKind.TEXT && row < end; row++) {
            out.put(rows.text(row) == null ? "" : rows.text(row));
        }
        return end;
    }

    PointId point() {
        return point;
    }

    List<GapRow> gaps() {
        return gaps;
    }

    /** Number of samples. */
    int size() {
        return size;
    }

    /**
     * Adds the samples to others; once.
     *
     * @param columns    room for numbers, which is used for one block after the other
     * @param receptions where the file has the received times for all; else null
     */
    void samples(SeriesRows rows, Columns columns, ReceivedTimes.Cursor receptions) throws IOException {
        try {
            if (size > 0) {
                columns.read(in, size, receptions == null);
                runs(rows, columns, receptions);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IOException("the block of " + point + " is nonsense", e);
        }
    }

    private void runs(SeriesRows rows, Columns columns, ReceivedTimes.Cursor receptions) throws IOException {
        for (int row = 0; row < size;) {
            int length = in.getInt();
            ValueKind kind = ValueKind.of(in.get());
            int quality = in.getInt();
            String unit = text(in);
            if (length <= 0 || length > size - row) {
                throw new IOException("a run of " + length + " rows at row " + row + " of " + size);
            }
            for (int end = row + length; row < end; row++) {
                long offset = columns.offsets[row];
                rows.add(columns.times[row], receptions == null ? columns.received[row] : receptions.at(offset), offset, quality, kind,
                        columns.bits[row], kind == ValueKind.TEXT ? text(in) : null, unit);
            }
        }
    }

    private static String text(ByteBuffer in) throws IOException {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IOException("a text of " + length + " bytes does not fit into what there is");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Room for the numbers of a block. */
    static final class Columns {
        private long[] times = new long[0];
        private long[] offsets = new long[0];
        private long[] bits = new long[0];
        private long[] received = new long[0];

        private void read(ByteBuffer in, int size, boolean withReceived) throws IOException {
            if (times.length < size) {
                times = new long[size];
                offsets = new long[size];
                bits = new long[size];
            }
            PackedLongs.read(in, times, size);
            PackedLongs.read(in, offsets, size);
            PackedLongs.read(in, bits, size);
            if (withReceived) {
                received = received.length < size ? new long[size] : received;
                PackedLongs.read(in, received, size);
            }
        }
    }
}
