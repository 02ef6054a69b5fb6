package org.gemello.exchange.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.exchange.internal.history.TestPlatform.ENGINEER;
import static org.gemello.exchange.internal.history.TestPlatform.START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gemello.api.PointId;
import org.gemello.api.Times;
import org.gemello.api.exchange.ExportRequest;
import org.gemello.api.exchange.FileFormat;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.gemello.exchange.internal.RoomOnDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process of an export is killed while it writes: after the restart its job tells the truth, and no half file is offered. */
class ExportKillTest {
    private static final PointId POWER = PointId.parse("wt-01/WTUR.W");
    private static final ExportRequest REQUEST = new ExportRequest(Set.of(POWER), null, START, START.plusSeconds(5000), FileFormat.CSV, null, false);
    @TempDir
    Path folder;

    /** Begins an export, and says so when a part of its rows is written. */
    public static final class Victim {
        private Victim() {
        }

        public static void main(String[] arguments) throws Exception {
            Path data = Path.of(arguments[0]);
            TestPlatform platform = new TestPlatform(data);
            platform.samples(batch -> {
                for (int i = 0; i < 5000; i++) {
                    batch.add(platform.handle(POWER, "kW"), i / 2.0, 0, Times.nanos(START.plusSeconds(i)), Times.nanos(START.plusSeconds(i)));
                }
            });
            platform.settle();
            new HistoryFiles(data, platform.history, platform.log, platform.jobs, new RoomOnDisk(new StoppingWatch()), Clock.systemUTC())
                    .export(REQUEST, ENGINEER);
            TimeUnit.MINUTES.sleep(10);
        }
    }

    /** Is asked now and then while rows are written, and at the fourth time does not answer any more. */
    private static final class StoppingWatch implements DiskWatch {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Level level() {
            if (asked.incrementAndGet() == 4) {
                System.out.println("half way");
                try {
                    TimeUnit.MINUTES.sleep(10);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return Level.NORMAL;
        }

        @Override
        public double used() {
            return 0;
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    @Test
    void theJobSaysThatItWasInterruptedAndNoHalfFileIsOffered() throws Exception {
        Path data = folder.resolve("data");
        Process victim = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                Victim.class.getName(), data.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertThat(victim.inputReader().lines().anyMatch("half way"::equals)).as("the export has begun").isTrue();
        } finally {
            victim.destroyForcibly().waitFor();
        }
        assertThat(entries(data.resolve("exports"))).as("what the kill has left").singleElement().asString().endsWith(".part");

        try (TestPlatform next = new TestPlatform(data)) {
            JobView job = next.jobs.jobs().get(0);
            assertThat(job.state()).isEqualTo(State.FAILED);
            assertThat(job.message()).startsWith("interrupted by a restart; it was at: samples of wt-01/WTUR.W");
            assertThat(job.result()).isNullOrEmpty();
            assertThat(next.files.exports()).isEmpty();
            assertThat(data.resolve("exports")).isEmptyDirectory();
            next.settle();
            JobView again = next.ended(next.files.export(REQUEST, ENGINEER));
            assertThat(again.state()).as(again.message()).isEqualTo(State.DONE);
            assertThat(next.files.exports()).singleElement().satisfies(export -> assertThat(
                    Files.readAllLines(next.files.file(export.name(), "samples.csv").orElseThrow())).hasSize(5001));
        }
    }
}
