package org.gemello.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.backup.BackupView;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.gemello.exchange.internal.RoomOnDisk;
import org.gemello.exchange.internal.backup.BackupMaker;
import org.gemello.exchange.internal.backup.BackupSettings;
import org.gemello.jobs.internal.JobRunner;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a backup from the service to the command line. */
class RestoreTest {
    private static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMINISTRATOR));
    @TempDir
    Path folder;
    private Path data;
    private Path passphrase;
    private CloseableSampleLog log;
    private JobRunner jobs;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @BeforeEach
    void open() throws Exception {
        data = folder.resolve("data");
        log = SampleLogs.open(data.resolve("log"));
        jobs = new JobRunner(data.resolve("jobs").resolve("jobs.list"), 1, 5, Duration.ofSeconds(30));
        Files.writeString(Files.createDirectories(data.resolve("secrets")).resolve("users.json"), "secret");
        Files.writeString(Files.createDirectories(folder.resolve("config")).resolve("a.yaml"), "a: 1");
        passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse battery\nnot this line\n");
    }

    @AfterEach
    void close() {
        jobs.close();
        log.close();
    }

    private BackupMaker maker(Path passphraseFile, DiskWatch disk) throws Exception {
        BackupSettings settings = new BackupSettings(data, folder.resolve("config"), folder.resolve("backups"), passphraseFile, "0.1.0");
        return new BackupMaker(jobs, log, settings, new RoomOnDisk(disk), Clock.systemUTC());
    }

    private JobView ended(JobView job) {
        await().until(() -> jobs.job(job.id()).orElseThrow().state().isEnd());
        return jobs.job(job.id()).orElseThrow();
    }

    private int restore(String... arguments) {
        return Restore.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(error, true, StandardCharsets.UTF_8));
    }

    @Test
    void aBackupIsRestoredByOneCommand() throws Exception {
        BackupMaker maker = maker(null, null);
        JobView job = ended(maker.backup(ADMIN));
        assertThat(job.state()).isEqualTo(State.DONE);
        Path backup = Path.of(job.result());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
        assertThat(maker.file(backup.getFileName().toString())).contains(backup);
        assertThat(ended(maker.verify(backup.getFileName().toString(), ADMIN)).result()).startsWith("whole: 2 files");
        assertThat(restore("--verify", backup.toString())).isZero();
        assertThat(restore("--data", folder.resolve("new").toString(), "--config", folder.resolve("new-config").toString(), backup.toString()))
                .as(error.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("It is whole.", "The platform can be started.");
        assertThat(folder.resolve("new/secrets/users.json")).hasContent("secret");
        assertThat(folder.resolve("new-config/a.yaml")).hasContent("a: 1");
        assertThat(restore("--data", folder.resolve("new").toString(), "--config", folder.resolve("other").toString(), backup.toString())).isEqualTo(1);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("is not empty");
    }

    @Test
    void aSealedBackupNeedsItsPassphrase() throws Exception {
        BackupMaker maker = maker(passphrase, null);
        Path backup = Path.of(ended(maker.backup(ADMIN)).result());
        assertThat(maker.backups()).extracting(BackupView::encrypted).containsExactly(true);
        assertThat(new String(Files.readAllBytes(backup), StandardCharsets.ISO_8859_1)).doesNotContain("users.json");
        assertThat(restore("--verify", backup.toString())).isEqualTo(1);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("is encrypted");
        assertThat(restore("--verify", "--passphrase-file", passphrase.toString(), backup.toString())).isZero();
        assertThat(ended(maker.verify(backup.getFileName().toString(), ADMIN)).state()).isEqualTo(State.DONE);
    }

    @Test
    void aShortPassphraseIsRefused() throws Exception {
        Files.writeString(passphrase, "short\n");
        JobView job = ended(maker(passphrase, null).backup(ADMIN));
        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.message()).contains("less than 12 characters");
        assertThat(maker(null, null).backups()).isEmpty();
    }

    @Test
    void aFullDiskStopsBackups() throws Exception {
        BackupMaker maker = maker(null, new DiskWatch() {
            @Override
            public Level level() {
                return Level.NO_EXPORTS;
            }

            @Override
            public double used() {
                return 0.87;
            }
        });
        assertThatThrownBy(() -> maker.backup(ADMIN)).isInstanceOf(IllegalStateException.class).hasMessageContaining("87 % full: no room for a backup");
    }

    @Test
    void whatACrashLeftUnfinishedIsNoBackup() throws Exception {
        Path part = Files.writeString(Files.createDirectories(folder.resolve("backups")).resolve("gemello-20260101T000000Z.zip.part"), "half");
        BackupMaker maker = maker(null, null);
        assertThat(part).doesNotExist();
        assertThat(maker.backups()).isEmpty();
        assertThat(maker.file("../data/secrets/users.json")).isEmpty();
        assertThat(maker.delete("gemello-20260101T000000Z.zip")).isFalse();
        assertThatThrownBy(() -> maker.verify("nothing.zip", ADMIN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCommandLineThatIsNotUnderstoodShowsHow() {
        assertThat(restore()).isEqualTo(2);
        assertThat(restore("--data")).isEqualTo(2);
        assertThat(restore("a.zip", "b.zip")).isEqualTo(2);
        assertThat(restore("--verify", folder.resolve("none.zip").toString())).isEqualTo(1);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("there is no file " + folder.resolve("none.zip"));
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("Usage: restore");
    }
}
