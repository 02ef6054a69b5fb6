package org.gemello.exchange.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.Sample;
import org.gemello.api.backup.BackupView;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogStatus;
import org.gemello.api.log.Tail;
import org.gemello.exchange.internal.RoomOnDisk;
import org.gemello.exchange.internal.backup.LivePlant.Image;
import org.gemello.jobs.internal.JobRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a platform that goes on under load, restored into other folders and opened. */
class BackupUnderLoadTest {
    private static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMINISTRATOR));
    private static final Duration LONG = Duration.ofSeconds(60);
    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedBeforeIsThereOnceAndPositionsFit() throws Exception {
        Path data = folder.resolve("data");
        Path config = Files.createDirectories(folder.resolve("config").resolve("connections"));
        Files.writeString(config.resolve("plant.yaml"), "kind: opcua\n");
        Map<Path, Long> backups = new LinkedHashMap<>();
        try (LivePlant plant = new LivePlant(data); JobRunner jobs = new JobRunner(data.resolve("jobs/jobs.list"), 1, 5, LONG)) {
            BackupSettings settings = new BackupSettings(data, folder.resolve("config"), data.resolve("backups"), null, "0.1.0");
            BackupMaker maker = new BackupMaker(jobs, plant.log, settings, new RoomOnDisk(null), Clock.systemUTC());
            plant.work();
            for (int i = 1; i <= 4; i++) {
                long reached = 10_000L * i;
                await().until(() -> plant.failure().isPresent() || plant.acknowledged() > reached);
                long before = plant.acknowledged();
                JobView job = maker.backup(ADMIN);
                await().until(() -> jobs.job(job.id()).orElseThrow().state().isEnd());
                assertThat(jobs.job(job.id()).orElseThrow()).as("backup").matches(view -> view.state() == State.DONE, "is done");
                backups.put(Path.of(jobs.job(job.id()).orElseThrow().result()), before);
            }
            assertThat(plant.failure()).isEmpty();
            assertThat(plant.log.start()).as("retention has removed what the first backups began with").isPositive();
            assertThat(maker.backups()).extracting(BackupView::encrypted).containsExactly(false, false, false, false);
        }
        assertThat(data.resolve(Snapshot.FOLDER)).doesNotExist();
        int number = 0;
        for (Map.Entry<Path, Long> backup : backups.entrySet()) {
            Path restored = folder.resolve("restored-" + number++);
            new Restoration(backup.getKey(), null).restore(restored.resolve("data"), restored.resolve("config"));
            assertThat(restored.resolve("config/connections/plant.yaml")).hasContent("kind: opcua\n");
            checkRestored(restored.resolve("data"), backup.getValue());
        }
    }

    private static void checkRestored(Path data, long acknowledged) throws Exception {
        Image image = Image.read(data);
        try (LivePlant plant = new LivePlant(data)) {
            LogStatus log = plant.log.status();
            assertThat(log.end()).isGreaterThan(acknowledged);
            assertThat(log.groups()).containsKeys("history", "twins").allSatisfy((group, position) -> {
                assertThat(position).isBetween(log.start(), log.end());
            });
            assertThat(log.start()).isLessThanOrEqualTo(Math.min(image.offset(), plant.history.position()));
            assertThat(plant.history.position()).isLessThanOrEqualTo(log.end());
            assertThat(image.offset()).isLessThanOrEqualTo(log.end());
            assertThat(log.groups().get("history")).isLessThanOrEqualTo(plant.history.position());
            checkTwin(plant, image);
            checkHistory(plant);
        }
    }

    /** The state goes on from its image and comes to what all samples once make. */
    private static void checkTwin(LivePlant plant, Image image) throws InterruptedException {
        Image end = image;
        for (LogRecord record : records(plant, image.offset())) {
            assertThat(record.offset()).isEqualTo(end.offset());
            end = end.after(record);
        }
        long count = plant.log.end();
        assertThat(end).isEqualTo(new Image(count, count, count * (count - 1) / 2));
    }

    private static void checkHistory(LivePlant plant) throws InterruptedException {
        records(plant, plant.history.position()).forEach(plant.history::accept);
        List<Object> values = new ArrayList<>();
        plant.history.scan(LivePlant.POINT, LivePlant.START, LivePlant.START.plus(Duration.ofDays(1)), (Sample sample) -> values.add(sample.value()));
        assertThat(values).isEqualTo(LongStream.range(0, plant.log.end()).boxed().toList());
    }

    private static List<LogRecord> records(LivePlant plant, long from) throws InterruptedException {
        List<LogRecord> records = new ArrayList<>();
        try (Tail tail = plant.log.tail(from)) {
            while (tail.position() < plant.log.end()) {
                Optional<LogRecord> record = tail.poll(LONG);
                records.add(record.orElseThrow(() -> new AssertionError("the log ends at " + tail.position())));
            }
        }
        return records;
    }
}
