package org.gemello.history;

import java.util.Iterator;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Lays corrections over a sorted stream of rows: all rows of a corrected source time give way to the one corrected row; where there is
 * none, the corrected row comes in at its place. {@link #end} gives what lies behind the last row.
 */
public final class Overlay implements Consumer<Row> {
    private final Iterator<CorrectionRow> corrections;
    private final Consumer<Row> taker;
    private CorrectionRow next;
    private long replaced;
    private boolean anyReplaced;

    /** @param corrections those of the times that are asked for, by source time */
    public Overlay(SortedMap<Long, CorrectionRow> corrections, Consumer<Row> taker) {
        this.corrections = corrections.values().iterator();
        this.taker = taker;
        step();
    }

    private void step() {
        next = corrections.hasNext() ? corrections.next() : null;
    }

    @Override
    public void accept(Row row) {
        while (next != null && next.time() <= row.time()) {
            give();
        }
        if (!anyReplaced || row.time() != replaced) {
            taker.accept(row);
        }
    }

    private void give() {
        replaced = next.time();
        anyReplaced = true;
        taker.accept(next.row());
        step();
    }

    /** Nothing more comes. */
    public void end() {
        while (next != null) {
            give();
        }
    }
}
