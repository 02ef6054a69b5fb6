package org.gemello.runtime.internal;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;

/** Divides a record among the twins that it concerns. For one thread each. */
final class Splitter {
    /** Takes the part of a record that concerns one twin. */
    @FunctionalInterface
    interface Receiver {
        void take(TwinCell cell, LogRecord record, LogEntry own);
    }

    private static final class Rows {
        private int[] rows = new int[16];
        private int count;

        void add(int row) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = row;
        }
    }

    private final Map<TwinId, TwinCell> cells;
    private final PointSlots slots;
    private TwinCell[] cellOfHandle = new TwinCell[0];

    Splitter(Map<TwinId, TwinCell> cells, PointSlots slots) {
        this.cells = cells;
        this.slots = slots;
    }

    void split(LogRecord record, Predicate<TwinCell> wanted, Receiver receiver) {
        if (record.entry() instanceof LogEntry.Samples samples) {
            samples(record, samples.batch(), wanted, receiver);
        } else if (record.entry() instanceof LogEntry.CommandIssued issued) {
            one(cells.get(issued.command().twin()), record, wanted, receiver);
        } else if (record.entry() instanceof LogEntry.Tick) {
            cells.values().forEach(cell -> one(cell, record, wanted, receiver));
        }
    }

    private static void one(TwinCell cell, LogRecord record, Predicate<TwinCell> wanted, Receiver receiver) {
        if (cell != null && wanted.test(cell)) {
            receiver.take(cell, record, record.entry());
        }
    }

    private void samples(LogRecord record, SampleBatch batch, Predicate<TwinCell> wanted, Receiver receiver) {
        Map<TwinCell, Rows> byCell = new IdentityHashMap<>(4);
        TwinCell last = null;
        Rows rows = null;
        for (int row = 0; row < batch.size(); row++) {
            TwinCell cell = cell(batch.handle(row));
            if (cell == null || !wanted.test(cell)) {
                continue;
            }
            if (cell != last) {
                last = cell;
                rows = byCell.computeIfAbsent(cell, c -> new Rows());
            }
            rows.add(row);
        }
        byCell.forEach((cell, own) -> receiver.take(cell, record, new LogEntry.Samples(
                own.count == batch.size() ? batch : batch.select(own.rows, own.count))));
    }

    private TwinCell cell(int handle) {
        if (handle >= cellOfHandle.length) {
            cellOfHandle = Arrays.copyOf(cellOfHandle, Math.max(handle + 1, 2 * cellOfHandle.length));
        }
        TwinCell cell = cellOfHandle[handle];
        if (cell == null) {
            cell = cells.get(slots.twin(handle));
            cellOfHandle[handle] = cell;
        }
        return cell;
    }
}
