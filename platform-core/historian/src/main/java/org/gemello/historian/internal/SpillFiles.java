package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;

/** Several spill files read side by side, point by point, each from begin to end. */
final class SpillFiles implements Closeable {
    /** Rows of one point that are held in memory at once. */
    private static final int MOST_ROWS = 1 << 18;
    private final List<Head> heads = new ArrayList<>();

    /** Takes rows of a point. */
    interface RowsTaker {
        void take(SeriesRows rows) throws IOException;
    }

    /** A file and the block that is next in it. */
    private static final class Head {
        private final SpillFileReader reader;
        private final SpillFileReader.Blocks blocks;
        private SpillBlock block;

        Head(SpillFileReader reader) {
            this.reader = reader;
            this.blocks = reader.blocks();
        }

        boolean isAt(PointId point) {
            return block != null && block.point().equals(point);
        }

        void next() throws IOException {
            block = blocks.next();
        }
    }

    SpillFiles(List<HistoryFile> files) throws IOException {
        try {
            for (HistoryFile file : files) {
                heads.add(new Head(new SpillFileReader(file)));
            }
            for (Head head : heads) {
                head.next();
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Samples in all files. */
    long samples() {
        return heads.stream().mapToLong(head -> head.reader.index().samples()).sum();
    }

    /** Received times of all files one after the other; empty where one of them has them with its rows. */
    ReceivedTimes receptions() {
        ReceivedTimes all = new ReceivedTimes();
        for (Head head : heads) {
            ReceivedTimes times = head.reader.index().receptions();
            if (times.size() == 0 && head.reader.index().samples() > 0) {
                return new ReceivedTimes();
            }
            all.addAll(times);
        }
        return all;
    }

    /** The next point, null at the end; until it is read, it stays the next. */
    PointId point() {
        PointId first = null;
        for (Head head : heads) {
            if (head.block != null && (first == null || head.block.point().compareTo(first) < 0)) {
                first = head.block.point();
            }
        }
        return first;
    }

    /** Reads a point that is the next: its samples in the order of the log, in as many parts as memory allows; gives its gaps. */
    List<GapRow> read(PointId point, RowsTaker taker) throws IOException {
        List<GapRow> gaps = new ArrayList<>();
        SeriesRows rows = new SeriesRows(capacity(point));
        for (Head head : heads) {
            while (head.isAt(point)) {
                gaps.addAll(head.block.gaps());
                head.reader.append(head.block, rows);
                head.next();
                if (rows.size() >= MOST_ROWS) {
                    taker.take(rows);
                    rows = new SeriesRows(MOST_ROWS);
                }
            }
        }
        taker.take(rows);
        return gaps;
    }

    private int capacity(PointId point) {
        long rows = 0;
        for (Head head : heads) {
            rows += head.isAt(point) ? head.block.size() : 0;
        }
        return (int) Math.min(rows, MOST_ROWS);
    }

    @Override
    public void close() throws IOException {
        for (Head head : heads) {
            head.reader.close();
        }
    }
}
