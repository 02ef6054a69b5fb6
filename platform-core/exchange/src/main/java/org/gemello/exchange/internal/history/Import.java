package org.gemello.exchange.internal.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.gemello.api.exchange.ImportRequest;
import org.gemello.api.history.History;
import org.gemello.api.job.Jobs.Progress;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.gemello.exchange.internal.csv.MappedCsvReader;
import org.gemello.exchange.internal.table.ReadRow;
import org.gemello.exchange.internal.table.Table;
import org.gemello.exchange.internal.table.TableFiles;
import org.gemello.exchange.internal.table.TableReader;

/** One import: reads files row by row into the log. What it has stored before it ends early is recognised the next time. */
final class Import {
    private static final int CHECK_EVERY = 1000;
    private static final long PAUSE_MS = 100;
    private final History history;
    private final SampleLog log;
    private final ImportLedger ledger;
    private final ImportRequest request;
    private final Progress progress;
    private final StringJoiner result = new StringJoiner("; ");

    Import(History history, SampleLog log, ImportLedger ledger, ImportRequest request, Progress progress) {
        this.history = history;
        this.log = log;
        this.ledger = ledger;
        this.request = request;
        this.progress = progress;
    }

    /** Imports the files in this order; returns in words what came of each. */
    String run(List<Path> files) throws IOException, InterruptedException {
        ledger.enter(progress);
        try {
            awaitEarlierImports();
            for (int i = 0; i < files.size(); i++) {
                file(files.get(i), (double) i / files.size(), 1.0 / files.size());
            }
            return result.toString();
        } finally {
            ledger.leave();
        }
    }

    /** What earlier imports have written must be in the history: there it is looked up. */
    private void awaitEarlierImports() throws InterruptedException {
        while (taken() < ledger.written()) {
            progress.at(0, "waits until the history has what earlier imports have brought");
            progress.checkCancelled();
            Thread.sleep(PAUSE_MS);
        }
    }

    /** Offset up to which the history answers; one that follows the log itself knows more than what it has on disk. */
    private long taken() {
        return history instanceof LogSink sink ? sink.position() : history.durable();
    }

    private void file(Path file, double from, double part) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        progress.at(from, "looks whether " + name + " was imported before");
        String hash = ledgerKey(file);
        Optional<Instant> before = ledger.imported(hash);
        if (before.isPresent() && !request.again()) {
            throw new IOException(name + " was imported on " + before.get() + "; import it 'again' where that is meant, samples that are "
                    + "known are left out");
        }
        LogWriter writer = new LogWriter(log);
        Table table = request.mapping() != null ? Table.SAMPLES : Table.of(name).orElse(Table.SAMPLES);
        TableImport rows = table == Table.SAMPLES ? new SamplesImport(log.points(), new KnownSamples(history, log.end()), writer)
                : new FactsImport(table, history, writer);
        Rejects rejects = new Rejects(file);
        try (rejects; TableReader reader = open(table, file)) {
            read(reader, rows, rejects, name, from, part);
            rows.finish();
        } finally {
            writer.flush();
            ledger.wrote(writer.end());
        }
        ledger.done(hash, Instant.now());
        result.add(String.format("%s: %,d rows taken, %,d known already, %,d rejected%s", name, rows.added(), rows.known(), rejects.count(),
                rejects.count() == 0 ? "" : ", see " + rejects.file().getFileName()));
    }

    /** The same file read in another way is another import. */
    private String ledgerKey(Path file) throws IOException {
        return ImportLedger.hash(file, request.mapping() == null ? "" : request.mapping().toString(), progress);
    }

    private TableReader open(Table table, Path file) throws IOException {
        return request.mapping() == null ? TableFiles.reader(table, file) : new MappedCsvReader(request.mapping(), file);
    }

    private void read(TableReader reader, TableImport rows, Rejects rejects, String name, double from, double part)
            throws IOException, InterruptedException {
        long count = 0;
        for (ReadRow row = reader.next(); row != null; row = reader.next()) {
            if (count++ % CHECK_EVERY == 0) {
                progress.checkCancelled();
                progress.at(from + part * reader.share(), String.format("%s, %,d rows", name, count));
            }
            if (!row.isGood()) {
                rejects.add(row);
                continue;
            }
            try {
                rows.take(row);
            } catch (IllegalArgumentException e) {
                rejects.add(ReadRow.bad(row.place(), e.getMessage(), row.text()));
            }
        }
    }
}
