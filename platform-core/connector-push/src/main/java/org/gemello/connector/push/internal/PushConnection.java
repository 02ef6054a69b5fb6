package org.gemello.connector.push.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.gemello.api.PointId;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.connection.Pushable;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.log.LogEntry;
import org.gemello.api.trace.Stage;
import org.gemello.binding.Binding;
import org.gemello.connector.EntrySink;

/** An input of kind {@code push}: stores what somebody brings. Safe for use by many threads. */
final class PushConnection implements Input, Pushable {
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private final String name;
    private final NamedPoints points;
    private final InputServices services;
    private final InputFigures figures;
    private final EntrySink sink;
    private volatile boolean closed;

    PushConnection(String name, List<Binding> bindings, InputServices services, EntrySink sink) {
        this.name = name;
        this.services = services;
        this.sink = sink;
        points = new NamedPoints(bindings, services.log().points());
        figures = new InputFigures(name, PushComponent.SCHEME, "api/v1/connections/" + name + "/samples", points.size());
    }

    @Override
    public CompletableFuture<Receipt> push(List<Row> rows, boolean late, TraceId trace) {
        if (rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException(rows.size() + " samples at once, at most " + MOST_ROWS + " are taken; push them in parts");
        }
        RowBatch batch = new RowBatch(points, services.log().points(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            batch.row(rows.get(i), "sample " + i);
        }
        if (!batch.refusedRows().isEmpty()) {
            deadLetter("push", RowText.of(batch.refusedRows()), batch);
        }
        return store(batch, late, trace);
    }

    @Override
    public CompletableFuture<Receipt> push(byte[] text, String mediaType, boolean late, TraceId trace) {
        RowBatch batch = read(mediaType, text);
        return store(batch, late, trace);
    }

    private RowBatch read(String mediaType, byte[] text) {
        RowBatch batch = new RowBatch(points, services.log().points(), 64);
        try {
            if (mediaType.toLowerCase(Locale.ROOT).startsWith(CSV)) {
                try (CsvRows rows = new CsvRows(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8), CsvFormat.DEFAULT)) {
                    while (rows.hasNext()) {
                        rows.readLine(batch);
                    }
                }
            } else if (mediaType.toLowerCase(Locale.ROOT).startsWith(JSON)) {
                JsonRows.read(text, batch);
            } else {
                throw new IOException("'" + mediaType + "' is not read here; send " + JSON + " or " + CSV);
            }
        } catch (IOException e) {
            figures.refused();
            services.deadLetters().add(name, mediaType, text, e.getMessage());
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        if (batch.size() > MOST_ROWS) {
            throw new IllegalArgumentException(batch.size() + " samples at once, at most " + MOST_ROWS + " are taken; push them in parts");
        }
        if (!batch.refused().isEmpty()) {
            deadLetter(mediaType, text, batch);
        }
        return batch;
    }

    private void deadLetter(String source, byte[] payload, RowBatch batch) {
        figures.refused();
        services.deadLetters().add(name, source, payload, String.join("; ", batch.refused()));
    }

    private CompletableFuture<Receipt> store(RowBatch batch, boolean late, TraceId trace) {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("connection " + name + " is stopped"));
        }
        int size = batch.size();
        Receipt receipt = new Receipt(size, batch.refused());
        if (size == 0) {
            return CompletableFuture.completedFuture(receipt);
        }
        services.traces().add(trace, Stage.COLLECT, "push " + name + ": " + size + " samples");
        var samples = batch.build();
        return sink.deliver(late ? new LogEntry.Backfill(samples) : new LogEntry.Samples(samples), trace).thenApply(stored -> {
            figures.received(size);
            return receipt;
        });
    }

    /** {@inheritDoc} Only what has become readable since is stored; it is late by now, so only the history takes it. */
    @Override
    public CompletableFuture<Integer> replay(String source, byte[] payload) {
        String mediaType = source.startsWith(CSV) ? CSV : JSON;
        return push(payload, mediaType, true, TraceId.random()).thenApply(Receipt::stored);
    }

    /** What is under way ends by itself: whoever pushed it waits for it. */
    @Override
    public void close() {
        closed = true;
    }

    @Override
    public ConnectionView view() {
        return figures.view();
    }

    @Override
    public CompletableFuture<WriteResult> write(PointId point, double value, Instant deadline, TraceId trace) {
        return CompletableFuture.completedFuture(new WriteResult(WriteResult.Outcome.REJECTED,
                "connection " + name + " only takes samples, nothing can be written through it"));
    }
}
