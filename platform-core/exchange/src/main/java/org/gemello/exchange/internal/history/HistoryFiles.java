package org.gemello.exchange.internal.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.PointId;
import org.gemello.api.exchange.ExportRequest;
import org.gemello.api.exchange.ExportView;
import org.gemello.api.exchange.HistoryExchange;
import org.gemello.api.exchange.ImportRequest;
import org.gemello.api.history.History;
import org.gemello.api.job.JobView;
import org.gemello.api.job.Jobs;
import org.gemello.api.log.SampleLog;
import org.gemello.exchange.internal.RoomOnDisk;

/** Exports and imports as jobs. */
public class HistoryFiles implements HistoryExchange {
    private final History history;
    private final SampleLog log;
    private final Jobs jobs;
    private final RoomOnDisk room;
    private final Clock clock;
    private final ExportFolder exports;
    private final ImportFolder imports;
    private final ImportLedger ledger;

    /**
     * @param data the data folder
     * @throws IOException where it cannot be read, or what a crash has left unfinished cannot be removed
     */
    public HistoryFiles(Path data, History history, SampleLog log, Jobs jobs, RoomOnDisk room, Clock clock) throws IOException {
        this.history = history;
        this.log = log;
        this.jobs = jobs;
        this.room = room;
        this.clock = clock;
        exports = new ExportFolder(data);
        exports.clear();
        imports = new ImportFolder(data);
        imports.clear();
        ledger = new ImportLedger(data.resolve("exchange").resolve("imports.list"), log.end());
    }

    @Override
    public JobView export(ExportRequest request, Caller caller) {
        room.check("an export");
        List<PointId> points = points(request);
        String title = String.format("%s of %,d points from %s to %s", request.format().suffix(), points.size(), request.from(), request.to());
        return jobs.start(EXPORT, title, caller.name(), progress -> {
            Export export = new Export(history, request, points, room, progress);
            return ExportFolder.NAME + "/" + exports.write(clock.instant(), points, export::writeTo);
        });
    }

    private List<PointId> points(ExportRequest request) {
        Set<PointId> known = history.points();
        List<PointId> unknown = request.points().stream().filter(point -> !known.contains(point)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the history has no samples of " + unknown);
        }
        Collection<PointId> wanted = request.points().isEmpty() ? known : request.points();
        List<PointId> points = wanted.stream().filter(point -> request.twin() == null || point.twin().equals(request.twin())).sorted().toList();
        if (points.isEmpty()) {
            throw new IllegalArgumentException("the history has no samples" + (request.twin() == null ? "" : " of twin " + request.twin()));
        }
        return points;
    }

    @Override
    public JobView importFrom(ImportRequest request, Caller caller) {
        List<Path> files = imports.files(request.source());
        if (request.mapping() != null && files.size() != 1) {
            throw new IllegalArgumentException("a mapping is for one file, not for a folder");
        }
        return jobs.start(IMPORT, request.source(), caller.name(), progress -> new Import(history, log, ledger, request, progress).run(files));
    }

    @Override
    public String receive(String name, InputStream content) throws IOException {
        room.check("an import");
        return imports.receive(name, content, () -> room.check("an import"));
    }

    @Override
    public List<ExportView> exports() {
        return exports.list();
    }

    @Override
    public Optional<Set<PointId>> points(String export) {
        return exports.points(export);
    }

    @Override
    public Optional<Path> file(String export, String table) {
        return exports.file(export, table);
    }

    @Override
    public boolean delete(String export) throws IOException {
        return exports.delete(export);
    }
}
