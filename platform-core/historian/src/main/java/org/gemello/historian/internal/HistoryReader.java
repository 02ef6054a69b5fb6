package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import org.gemello.api.PointId;
import org.gemello.history.GapRow;
import org.gemello.history.Row;

/** What questions read from a history file of either form; for one thread. */
interface HistoryReader extends Closeable {
    /** Opens a file. */
    static HistoryReader of(HistoryFile file) throws IOException {
        return file.name().isSpilled() ? new SpillFileReader(file) : new HistoryFileReader(file);
    }

    /** Gives the samples of a point with source time in {@code [from, to)}. */
    void samples(PointId point, long from, long to, Consumer<Row> taker) throws IOException;

    /** Gives all gaps of a point. */
    void gaps(PointId point, Consumer<GapRow> taker) throws IOException;

    /** Tells the newest row of each point. */
    void newest(LastValues values) throws IOException;
}
