package org.gemello.historian;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;

/**
 * Series at 1 Hz for the benchmark: random walks with steps of up to half a unit, in batches of 500 as a connector brings them,
 * received at the same nanosecond for a batch. The same seed gives the same values again.
 */
final class PlantSignals {
    static final long SECOND = 1_000_000_000L;
    private static final int BATCH = 500;
    private static final int TICK = 100;
    private final PointTable table = new PointTable();
    private final Random random = new Random(42);
    private final Kind kind;
    private final long start;
    private final double[] values;
    private long offset;

    /** What the values and times are like. */
    enum Kind {
        /** Two decimals; source times shake by up to 1 ms in steps of 100 ns, as OPC UA servers give them. */
        DECIMALS_SHAKEN(value -> Math.round(value * 100) / 100.0, 10_000),
        /** Two decimals; source times stand on the second, as a scan cycle gives them. */
        DECIMALS(value -> Math.round(value * 100) / 100.0, 1),
        /** All 53 bits of the values are noise; source times shake. */
        DOUBLES_SHAKEN(DoubleUnaryOperator.identity(), 10_000),
        /** All 53 bits of the values are noise; source times stand on the second. */
        DOUBLES(DoubleUnaryOperator.identity(), 1);

        private final DoubleUnaryOperator rounding;
        private final int ticks;

        Kind(DoubleUnaryOperator rounding, int ticks) {
            this.rounding = rounding;
            this.ticks = ticks;
        }

        boolean hasDecimals() {
            return this == DECIMALS || this == DECIMALS_SHAKEN;
        }
    }

    /** Takes the columns of a row. */
    interface RowTaker {
        void row(int series, long time, double value, long received);
    }

    PlantSignals(Kind kind, int series, long start) {
        this.kind = kind;
        this.start = start;
        this.values = random.doubles(series, 0, 3_000).toArray();
        for (int i = 0; i < series; i++) {
            table.handle(new PointDefinition(point(i), "kW"));
        }
    }

    static PointId point(int number) {
        return PointId.parse("wt-" + number + "/WTUR.W");
    }

    int series() {
        return values.length;
    }

    /** Gives all rows of a second. */
    void second(int second, RowTaker taker) {
        long time = start + second * SECOND;
        long received = 0;
        for (int i = 0; i < values.length; i++) {
            if (i % BATCH == 0) {
                received = time + random.nextInt(50_000_000);
            }
            values[i] += random.nextDouble() - 0.5;
            taker.row(i, time + random.nextInt(kind.ticks) * (long) TICK, kind.rounding.applyAsDouble(values[i]), received);
        }
    }

    /** Gives all rows of a second as records of a log, a tick after them. */
    void second(int second, Consumer<LogRecord> taker) {
        SampleBatchBuilder[] batch = {SampleBatch.builder(table, BATCH)};
        second(second, (series, time, value, received) -> {
            batch[0].add(series, value, 0, time, received);
            if (batch[0].size() == BATCH || series == values.length - 1) {
                append(new LogEntry.Samples(batch[0].build()), taker);
                batch[0] = SampleBatch.builder(table, BATCH);
            }
        });
        offset++;
    }

    private void append(LogEntry entry, Consumer<LogRecord> taker) {
        taker.accept(new LogRecord(offset, TraceId.NONE, LogRecord.FROM_OUTSIDE, entry));
        offset += entry.count();
    }
}
