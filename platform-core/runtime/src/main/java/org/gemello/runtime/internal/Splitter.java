package org.gemello.runtime.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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

    /** The rows of one twin. They mostly lie together, since sources tell of a twin in one go: then they need no copy. */
    private static final class Rows {
        private final int first;
        private int count;
        private int[] scattered;

        Rows(int first) {
            this.first = first;
        }

        void add(int from, int to) {
            if (scattered == null && from == first + count) {
                count += to - from;
                return;
            }
            int[] known = scattered == null ? IntStream.range(first, first + count).toArray() : scattered;
            scattered = count + to - from <= known.length ? known : Arrays.copyOf(known, 2 * (count + to - from));
            for (int row = from; row < to; row++) {
                scattered[count++] = row;
            }
        }

        SampleBatch of(SampleBatch batch) {
            if (count == batch.size()) {
                return batch;
            }
            return scattered == null ? batch.range(first, first + count) : batch.select(scattered, count);
        }
    }

    private static final TwinCell[] NOBODY = {};
    private final Map<TwinId, TwinCell> cells;
    private final PointSlots slots;
    /** Whom the points of a twin concern: the twin itself and those that it is a part of. */
    private final Map<TwinId, TwinCell[]> concerned = new HashMap<>();
    private TwinCell[][] concernedByHandle = new TwinCell[0][];

    Splitter(Map<TwinId, TwinCell> cells, PointSlots slots) {
        this.cells = cells;
        this.slots = slots;
        cells.forEach((twin, cell) -> concern(twin, cell));
        cells.values().forEach(cell -> cell.definition().parts().values().forEach(role -> role.forEach(part -> concern(part, cell))));
    }

    private void concern(TwinId twin, TwinCell cell) {
        concerned.merge(twin, new TwinCell[] {cell}, (known, one) -> {
            TwinCell[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = cell;
            return more;
        });
    }

    void split(LogRecord record, Predicate<TwinCell> wanted, Receiver receiver) {
        if (record.entry() instanceof LogEntry.Samples samples) {
            samples(record, samples.batch(), wanted, receiver);
        } else if (record.entry() instanceof LogEntry.CommandIssued issued) {
            one(cells.get(issued.command().twin()), record, wanted, receiver);
        } else if (record.entry() instanceof LogEntry.ProposalMade made) {
            one(cells.get(made.proposal().twin()), record, wanted, receiver);
        } else if (record.entry() instanceof LogEntry.ProposalMoved moved && !record.isDerived()) {
            one(cells.get(moved.twin()), record, wanted, receiver);
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
        int from = 0;
        while (from < batch.size()) {
            TwinCell[] receivers = concerned(batch.handle(from));
            int first = from;
            do {
                from++;
            } while (from < batch.size() && concerned(batch.handle(from)) == receivers);
            for (TwinCell cell : receivers) {
                if (wanted.test(cell)) {
                    byCell.computeIfAbsent(cell, c -> new Rows(first)).add(first, from);
                }
            }
        }
        byCell.forEach((cell, own) -> receiver.take(cell, record, new LogEntry.Samples(own.of(batch))));
    }

    private TwinCell[] concerned(int handle) {
        if (handle >= concernedByHandle.length) {
            int known = concernedByHandle.length;
            concernedByHandle = Arrays.copyOf(concernedByHandle, slots.size());
            for (int more = known; more < concernedByHandle.length; more++) {
                concernedByHandle[more] = concerned.getOrDefault(slots.twin(more), NOBODY);
            }
        }
        return concernedByHandle[handle];
    }
}
