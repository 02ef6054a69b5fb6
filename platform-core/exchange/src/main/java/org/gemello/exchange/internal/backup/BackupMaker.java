package org.gemello.exchange.internal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.backup.BackupView;
import org.gemello.api.backup.Backups;
import org.gemello.api.job.JobView;
import org.gemello.api.job.Jobs;
import org.gemello.api.job.Jobs.Progress;
import org.gemello.api.log.SampleLog;
import org.gemello.exchange.internal.RoomOnDisk;

/** Makes backups of the running platform, one at a time. */
public class BackupMaker implements Backups {
    private static final long CHECK_EVERY = 8L << 20;
    private final Jobs jobs;
    private final SampleLog log;
    private final BackupSettings settings;
    private final RoomOnDisk room;
    private final Clock clock;
    private final BackupFolder folder;
    private String running;

    /** @throws IOException where what a crash has left unfinished cannot be removed */
    public BackupMaker(Jobs jobs, SampleLog log, BackupSettings settings, RoomOnDisk room, Clock clock) throws IOException {
        this.jobs = jobs;
        this.log = log;
        this.settings = settings;
        this.room = room;
        this.clock = clock;
        this.folder = new BackupFolder(settings.folder());
        folder.clear();
    }

    @Override
    public synchronized JobView backup(Caller caller) {
        room.check("a backup");
        if (running != null && jobs.job(running).filter(job -> !job.state().isEnd()).isPresent()) {
            throw new IllegalStateException("a backup is under way; wait for it, or cancel it");
        }
        JobView job = jobs.start(BACKUP, "backup of data and configuration", caller.name(), this::make);
        running = job.id();
        return job;
    }

    /** Makes a backup now; returns its path. */
    String make(Progress progress) throws IOException {
        progress.at(0, "notes what belongs to the backup");
        char[] passphrase = settings.passphrase();
        try (Snapshot snapshot = new Snapshot(settings.data(), settings.config(), () -> log.status().durable())) {
            Instant now = clock.instant();
            Manifest manifest = Manifest.begin();
            manifest.facts().put("time", now.toString());
            manifest.facts().put("product", settings.product());
            manifest.facts().put("offset", Long.toString(snapshot.offset()));
            return folder.write(now, passphrase != null, out -> write(snapshot, manifest, sealed(out, passphrase), progress)).toString();
        }
    }

    private static OutputStream sealed(OutputStream out, char[] passphrase) throws IOException {
        return passphrase == null ? out : new SealedOutput(out, passphrase);
    }

    private void write(Snapshot snapshot, Manifest manifest, OutputStream out, Progress progress) throws IOException {
        long total = Math.max(1, snapshot.bytes());
        long[] done = {0, 0};
        try (ArchiveWriter archive = new ArchiveWriter(out, manifest, count -> {
            done[0] += count;
            progress.checkCancelled();
            if (done[0] - done[1] >= CHECK_EVERY) {
                done[1] = done[0];
                room.check("a backup");
                progress.at((double) done[0] / total, String.format("%,d of %,d bytes", done[0], total));
            }
        })) {
            for (Snapshot.Entry entry : snapshot.entries()) {
                progress.checkCancelled();
                archive.add(entry);
            }
            archive.finish();
        }
    }

    @Override
    public JobView verify(String name, Caller caller) {
        Path file = folder.file(name).orElseThrow(() -> new IllegalArgumentException("there is no backup '" + name + "'"));
        return jobs.start(VERIFY, "verify " + name, caller.name(), progress -> {
            ArchiveReader.Content content = new ArchiveReader(file, settings.passphrase(), Long.MAX_VALUE).read(entry -> {
                progress.checkCancelled();
                return OutputStream.nullOutputStream();
            });
            return String.format("whole: %,d files, %,d bytes, log up to offset %s", content.files(), content.bytes(),
                    content.manifest().facts().get("offset"));
        });
    }

    @Override
    public List<BackupView> backups() {
        return folder.list();
    }

    @Override
    public Optional<Path> file(String name) {
        return folder.file(name);
    }

    @Override
    public boolean delete(String name) throws IOException {
        Optional<Path> file = folder.file(name);
        return file.isPresent() && Files.deleteIfExists(file.get());
    }
}
