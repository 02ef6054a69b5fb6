package org.gemello.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.gemello.api.PointId;
import org.gemello.api.history.History;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogSink;

/** A history with the log that feeds it; it can be closed and opened again with what it has stored. */
public final class StoreUnderTest implements AutoCloseable {
    /** The point most tests are about. */
    public static final PointId POWER = PointId.parse("wt-01/WTUR.W");
    /** Another point of the same twin. */
    public static final PointId SPEED = PointId.parse("wt-01/WROT.RotSpd");
    /** A point of another twin. */
    public static final PointId OTHER = PointId.parse("wt-02/WTUR.W");
    private final RecordedLog log = new RecordedLog();
    private final Callable<Opened> opening;
    private Opened opened;
    private int taken;

    /** A store that is open: both sides of it, and how to end it so that everything taken is stored. */
    public record Opened(History history, LogSink sink, AutoCloseable end) {
        /** For the usual case that one object is all three. */
        public static <S extends History & LogSink & AutoCloseable> Opened of(S store) {
            return new Opened(store, store, store);
        }
    }

    StoreUnderTest(Callable<Opened> opening) throws Exception {
        this.opening = opening;
        this.opened = opening.call();
    }

    /** The log; what is appended to it reaches the store with {@link #check} or {@link #take}. */
    RecordedLog log() {
        return log;
    }

    /** Gives the store what it has not had yet. */
    void take() {
        log.records().subList(taken, log.records().size()).forEach(opened.sink()::accept);
        taken = log.records().size();
    }

    /** Gives the store everything again that a tail from {@code offset} on would. */
    void replay(long offset) {
        log.records().stream().filter(record -> record.next() > offset).forEach(opened.sink()::accept);
    }

    /** Gives the store one record as it is. */
    void accept(LogRecord record) {
        opened.sink().accept(record);
    }

    /** What is claimed of the history must be true as soon as it has taken the log, and after a restart. */
    void check(Consumer<History> claim) throws Exception {
        take();
        claim.accept(opened.history());
        restart();
        claim.accept(opened.history());
    }

    /** Closes the store and opens it again. */
    void restart() throws Exception {
        close();
        opened = opening.call();
        assertThat(opened.sink().position()).as("position after a restart").isEqualTo(log.end());
        assertThat(opened.history().durable()).as("durable after a restart").isEqualTo(log.end());
    }

    History history() {
        return opened.history();
    }

    /** All samples of a point, not thinned out. */
    public static HistoryResult all(History history, PointId point) {
        return history.read(point, RecordedLog.second(-1e6), RecordedLog.second(1e6), 1_000_000);
    }

    @Override
    public void close() throws Exception {
        opened.end().close();
    }
}
