package org.gemello.exchange.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.exchange.internal.history.TestPlatform.ENGINEER;
import static org.gemello.exchange.internal.history.TestPlatform.START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gemello.api.PointId;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.exchange.ExportRequest;
import org.gemello.api.exchange.ExportView;
import org.gemello.api.exchange.ExportView.TableFile;
import org.gemello.api.exchange.FileFormat;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.health.DiskWatch.Level;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.gemello.api.job.Jobs.Progress;
import org.gemello.exchange.internal.RoomOnDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final PointId POWER = PointId.parse("wt-01/WTUR.W");
    private static final int SAMPLES = 5000;
    @TempDir
    Path folder;
    private TestPlatform platform;

    @BeforeEach
    void open() throws IOException {
        platform = new TestPlatform(folder.resolve("data"));
        platform.samples(batch -> {
            for (int i = 0; i < SAMPLES; i++) {
                batch.add(platform.handle(POWER, "kW"), i / 2.0, 0, Times.nanos(START.plusSeconds(i)), Times.nanos(START.plusSeconds(i)));
            }
        });
        platform.settle();
    }

    @AfterEach
    void close() throws InterruptedException {
        platform.close();
    }

    private static ExportRequest request(Duration interval) {
        return new ExportRequest(Set.of(POWER), null, START, START.plusSeconds(SAMPLES), FileFormat.CSV, interval, false);
    }

    @Test
    void anExportIsAFolderOfTables() throws IOException {
        JobView job = platform.ended(platform.files.export(request(null), ENGINEER));
        assertThat(job.state()).as(job.message()).isEqualTo(State.DONE);
        ExportView export = platform.files.exports().get(0);
        assertThat(job.result()).isEqualTo("exports/" + export.name());
        assertThat(export.files()).extracting(TableFile::name).containsExactly("annotations.csv", "corrections.csv", "gaps.csv", "samples.csv");
        List<String> lines = Files.readAllLines(platform.files.file(export.name(), "samples.csv").orElseThrow());
        assertThat(lines).hasSize(SAMPLES + 1).startsWith("point,source_time,value_kind,value,unit,quality,received_time,offset,trace");
        assertThat(lines.get(2)).startsWith("wt-01/WTUR.W,2026-03-01T00:00:01.000000000Z,double,0.5,kW,0x00000000,2026-03-01T00:00:01.000000000Z,1,");
        assertThat(platform.files.delete(export.name())).isTrue();
        assertThat(platform.files.exports()).isEmpty();
    }

    @Test
    void aggregatesAreATableOfIntervals() throws IOException {
        JobView job = platform.ended(platform.files.export(request(Duration.ofSeconds(1000)), ENGINEER));
        assertThat(job.state()).as(job.message()).isEqualTo(State.DONE);
        List<String> lines = Files.readAllLines(platform.data.resolve(job.result()).resolve("aggregates.csv"));
        assertThat(lines).hasSize(6);
        assertThat(lines.get(2)).startsWith("wt-01/WTUR.W,2026-03-01T00:16:40.000000000Z,2026-03-01T00:33:20.000000000Z,kW,1000,500.0,999.5,749.75,");
    }

    @Test
    void aCancelledExportLeavesNothing() {
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void at(double share, String message) {
                assertThat(share).isBetween(0.0, 1.0);
            }

            @Override
            public void checkCancelled() {
                if (asked.incrementAndGet() > 3) {
                    throw new CancellationException("cancelled");
                }
            }
        };
        ExportFolder exports = new ExportFolder(platform.data);
        Export export = new Export(platform.history, request(null), List.of(POWER), new RoomOnDisk(null), impatient);
        assertThatThrownBy(() -> exports.write(START, List.of(), export::writeTo)).isInstanceOf(CancellationException.class);
        assertThat(export.rows()).isBetween(1000L, SAMPLES - 1L);
        assertThat(platform.data.resolve("exports")).isEmptyDirectory();
    }

    @Test
    void aFullDiskRefusesAndStopsExports() {
        platform.disk(Level.NO_EXPORTS);
        assertThatThrownBy(() -> platform.files.export(request(null), ENGINEER)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("90 % full: no room for an export");
        platform.disk(Level.NORMAL);
        RoomOnDisk gettingFull = new RoomOnDisk(new DiskWatch() {
            private int asked;

            @Override
            public Level level() {
                return asked++ < 4 ? Level.NORMAL : Level.NO_LOW_CLASS_HISTORY;
            }

            @Override
            public double used() {
                return 0.93;
            }
        });
        ExportFolder exports = new ExportFolder(platform.data);
        Export export = new Export(platform.history, request(null), List.of(POWER), gettingFull, new Patient());
        assertThatThrownBy(() -> exports.write(START, List.of(), export::writeTo)).hasMessageContaining("93 % full");
        assertThat(platform.data.resolve("exports")).isEmptyDirectory();
    }

    private static final class Patient implements Progress {
        @Override
        public void at(double share, String message) {
            assertThat(message).isNotBlank();
        }

        @Override
        public void checkCancelled() {
            // never
        }
    }

    @Test
    void whatTheHistoryDoesNotKnowIsNamed() {
        PointId unknown = PointId.parse("wt-01/WTUR.X");
        assertThatThrownBy(() -> platform.files.export(new ExportRequest(Set.of(unknown), null, START, START.plusSeconds(1), FileFormat.CSV, null, false),
                ENGINEER)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[wt-01/WTUR.X]");
        assertThatThrownBy(() -> platform.files.export(new ExportRequest(Set.of(), new TwinId("wt-09"), START, START.plusSeconds(1), FileFormat.CSV, null,
                false), ENGINEER)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("of twin wt-09");
    }

    @Test
    void namesThatLeadElsewhereAreNoExports() throws IOException {
        Files.writeString(folder.resolve("secret.csv"), "secret");
        assertThat(platform.files.file("..", "secret.csv")).isEmpty();
        assertThat(platform.files.file("../..", "secret.csv")).isEmpty();
        assertThat(platform.files.delete("../log")).isFalse();
        assertThat(platform.data.resolve("log")).isDirectory();
    }

    @Test
    void whatACrashLeftUnfinishedIsCleared() throws IOException, InterruptedException {
        Path part = Files.createDirectories(platform.data.resolve("exports").resolve("x.part"));
        Files.writeString(part.resolve("samples.csv"), "half");
        platform.close();
        platform = new TestPlatform(platform.data);
        try (Stream<Path> left = Files.list(platform.data.resolve("exports"))) {
            assertThat(left).isEmpty();
        }
    }
}
