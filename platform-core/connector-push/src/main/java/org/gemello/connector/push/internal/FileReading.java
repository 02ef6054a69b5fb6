package org.gemello.connector.push.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.api.trace.Stage;
import org.gemello.connector.EntrySink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores one dropped file, batch by batch, each exactly once whatever happens in between. */
final class FileReading {
    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);
    private static final int BATCH_LINES = 1_000;
    private static final int BATCH_SAMPLES = 5_000;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private final String connection;
    private final FolderSettings settings;
    private final NamedPoints points;
    private final InputServices services;
    private final EntrySink sink;
    private final FolderJournal journal;
    private final InputFigures figures;

    FileReading(String connection, FolderSettings settings, NamedPoints points, InputServices services, EntrySink sink, FolderJournal journal,
                InputFigures figures) {
        this.connection = connection;
        this.settings = settings;
        this.points = points;
        this.services = services;
        this.sink = sink;
        this.journal = journal;
        this.figures = figures;
    }

    /**
     * Reads the file to its end.
     *
     * @return number of batches in which something was refused
     * @throws IOException          where it is not such a file; the message says where and what is wrong
     * @throws InterruptedException where the input is stopped meanwhile; the file can be read on later
     */
    int read(Path file) throws IOException, InterruptedException {
        FileMark mark = FileMark.of(file);
        if (mark.size() > settings.largest()) {
            throw new IOException("it has " + mark.size() + " bytes; 'largestMegabytes' allows " + settings.largest());
        }
        Optional<FolderJournal.Intent> left = journal.left(mark);
        long from = left.map(FolderJournal.Intent::line).orElse(0L);
        int troubled = 0;
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (CsvRows rows = new CsvRows(new InputStreamReader(Files.newInputStream(file), utf8), settings.format())) {
            refuseUnboundHeader(rows);
            long line = passOver(rows, from);
            while (rows.hasNext()) {
                RowBatch batch = new RowBatch(points, services.log().points(), BATCH_SAMPLES);
                long first = line;
                for (; line < first + BATCH_LINES && batch.size() < BATCH_SAMPLES && rows.hasNext(); line++) {
                    rows.readLine(batch);
                }
                boolean mayBeThere = left.isPresent() && first == from;
                store(batch, new FolderJournal.Intent(mark, first, mayBeThere ? left.get().log() : services.log().end()), mayBeThere);
                troubled += refusals(file, batch);
            }
        }
        journal.clear();
        return troubled;
    }

    /** What was stored before a crash; what was refused there is among the dead letters already. */
    private long passOver(CsvRows rows, long lines) throws IOException {
        for (long line = 0; line < lines && rows.hasNext(); line++) {
            rows.skipLine();
        }
        return lines;
    }

    private void refuseUnboundHeader(CsvRows rows) throws IOException {
        if (!rows.names().isEmpty() && rows.names().stream().noneMatch(points::has)) {
            throw new IOException("line 1: none of the columns " + rows.names() + " is bound; add them to the bindings of " + connection);
        }
    }

    private int refusals(Path file, RowBatch batch) {
        if (batch.refused().isEmpty()) {
            return 0;
        }
        figures.refused();
        services.deadLetters().add(connection, file.getFileName().toString(), RowText.of(batch.refusedRows()), String.join("; ", batch.refused()));
        return 1;
    }

    private void store(RowBatch batch, FolderJournal.Intent intent, boolean mayBeThere) throws InterruptedException {
        int size = batch.size();
        TraceId trace = intent.mark().trace(intent.line());
        if (size == 0 || mayBeThere && isStored(trace, intent.log())) {
            return;
        }
        journal.intend(intent);
        services.traces().add(trace, Stage.COLLECT, "folder " + connection + ": " + size + " samples of " + intent.mark().name());
        var samples = batch.build();
        LogEntry entry = settings.late() ? new LogEntry.Backfill(samples) : new LogEntry.Samples(samples);
        Duration wait = FIRST_WAIT;
        while (!deliver(entry, trace)) {
            Thread.sleep(wait.toMillis());
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            if (isStored(trace, intent.log())) {
                break; // it was stored although nobody could say so
            }
        }
        figures.received(size);
    }

    private boolean deliver(LogEntry entry, TraceId trace) throws InterruptedException {
        try {
            sink.deliver(entry, trace).get();
            return true;
        } catch (ExecutionException e) {
            LOG.warn("connection {}: a batch cannot be stored now, it is tried again: {}", connection, e.getCause().toString());
            return false;
        }
    }

    private boolean isStored(TraceId trace, long from) throws InterruptedException {
        long end = services.log().status().durable();
        try (Tail tail = services.log().tail(from)) {
            while (tail.position() < end) {
                Optional<LogRecord> record = tail.poll(Duration.ofSeconds(1));
                if (record.isPresent() && record.get().trace().equals(trace)) {
                    return true;
                }
            }
        }
        return false;
    }
}
