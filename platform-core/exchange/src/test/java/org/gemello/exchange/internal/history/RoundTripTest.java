package org.gemello.exchange.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.exchange.internal.history.TestPlatform.ENGINEER;
import static org.gemello.exchange.internal.history.TestPlatform.START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.exchange.ExportRequest;
import org.gemello.api.exchange.FileFormat;
import org.gemello.api.exchange.ImportRequest;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.CorrectedSample;
import org.gemello.api.history.Correction;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.gemello.api.log.LogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From one platform's history to files and into the history of another one. */
class RoundTripTest {
    private static final PointId POWER = PointId.parse("wt-01/WTUR.W");
    private static final PointId TEXT = PointId.parse("wt-01/WTUR.TurSt");
    private static final PointId OTHER = PointId.parse("wt-02/WTUR.W");
    private static final List<PointId> POINTS = List.of(POWER, TEXT, OTHER);
    private static final Instant END = START.plusSeconds(10_000);
    @TempDir
    Path folder;
    private TestPlatform here;
    private TestPlatform there;

    @BeforeEach
    void open() throws IOException {
        here = new TestPlatform(folder.resolve("here"));
        there = new TestPlatform(folder.resolve("there"));
        fill();
    }

    @AfterEach
    void close() throws InterruptedException {
        here.close();
        there.close();
    }

    private void fill() {
        for (int part = 0; part < 5; part++) {
            int first = part * 500;
            here.samples(batch -> {
                for (int i = first; i < first + 500; i++) {
                    long time = Times.nanos(START.plusSeconds(i).plusNanos(i));
                    batch.add(here.handle(POWER, "kW"), i * 0.37, i % 7 == 0 ? Quality.UNCERTAIN.code() : 0, time, time + 5_000_001);
                    batch.add(here.handle(OTHER, "MW"), (long) i, 0, time, time + 1);
                }
            });
        }
        here.samples(batch -> {
            long time = Times.nanos(START);
            batch.add(here.handle(TEXT, "1"), "running, \"so\"\nto say", 0, time, time);
            batch.add(here.handle(TEXT, "1"), "twice", 0, time + 1, time + 1);
            batch.add(here.handle(TEXT, "1"), "twice", 0, time + 1, time + 1);
            batch.add(here.handle(TEXT, "1"), true, 0, time + 2, time + 2);
            batch.addNone(here.handle(TEXT, "1"), Quality.BAD_NO_COMMUNICATION.code(), time + 3, time + 3);
            batch.add(here.handle(POWER, "kW"), Double.NaN, 0, Times.nanos(START.plusSeconds(3000)), time);
        });
        PointDefinition power = new PointDefinition(POWER, "kW");
        here.append(new LogEntry.Gaps(List.of(new Gap(power, START.plusSeconds(2600), START.plusSeconds(2700), "connection plant lost, \"hard\""))));
        Instant said = START.plusSeconds(9000);
        here.append(new LogEntry.Corrected(new Correction(power, START.plusSeconds(10).plusNanos(10), 99.5, Quality.GOOD, "anna", "meter was wrong", said)));
        here.append(new LogEntry.Corrected(new Correction(power, START.plusSeconds(5000), 1.5, Quality.GOOD, "anna", "inserted", said)));
        here.append(new LogEntry.Corrected(new Correction(power, START.plusSeconds(20).plusNanos(20), null, Quality.BAD, "bob", "withdrawn", said)));
        here.append(new LogEntry.Annotated(new Annotation("n1", POWER.twin(), null, START, START.plusSeconds(5), "=SUM(A1) storm", "bob", said)));
        here.append(new LogEntry.Annotated(new Annotation("n2", POWER.twin(), POWER, START.plusSeconds(7), START.plusSeconds(7), "peak", "bob", said)));
        here.settle();
    }

    private Path export(FileFormat format, boolean originals) {
        JobView job = here.ended(here.files.export(new ExportRequest(Set.of(), null, START, END, format, null, originals), ENGINEER));
        assertThat(job).as(job.message()).matches(view -> view.state() == State.DONE);
        return here.data.resolve(job.result());
    }

    private JobView imported(Path export, boolean again) throws IOException {
        Path target = there.data.resolve("imports").resolve(export.getFileName().toString());
        if (!Files.exists(target)) {
            Files.createDirectories(target);
            try (Stream<Path> tables = Files.list(export)) {
                for (Path table : tables.toList()) {
                    Files.copy(table, target.resolve(table.getFileName()));
                }
            }
        }
        return there.ended(there.files.importFrom(new ImportRequest("imports/" + export.getFileName(), null, again), ENGINEER));
    }

    /** A sample without what each platform gives itself. */
    private static Sample bare(Sample sample) {
        return new Sample(sample.point(), sample.value(), sample.unit(), sample.quality(), sample.sourceTime(), sample.receivedTime(), -1, TraceId.NONE);
    }

    private static List<Sample> bare(List<Sample> samples) {
        return samples.stream().map(RoundTripTest::bare).toList();
    }

    private static List<List<Object>> corrections(TestPlatform platform) {
        return platform.history.corrections(POWER, START, END).stream()
                .map((CorrectedSample corrected) -> List.<Object>of(corrected.correction(), bare(corrected.originals()))).toList();
    }

    private void checkEqual() {
        for (PointId point : POINTS) {
            assertThat(bare(there.samples(point))).as(point.toString()).isEqualTo(bare(here.samples(point)));
        }
        assertThat(corrections(there)).hasSize(3).isEqualTo(corrections(here));
        assertThat(there.history.read(POWER, START, END, 10).gaps()).hasSize(1).isEqualTo(here.history.read(POWER, START, END, 10).gaps());
        assertThat(there.history.annotations(POWER.twin(), START, END)).hasSize(2).isEqualTo(here.history.annotations(POWER.twin(), START, END));
    }

    @ParameterizedTest
    @EnumSource
    void everythingComesOverAndComesOnce(FileFormat format) throws IOException {
        Path export = export(format, true);
        JobView job = imported(export, false);
        assertThat(job.state()).as(job.message()).isEqualTo(State.DONE);
        assertThat(job.result()).contains("samples." + format.suffix() + ": 5,006 rows taken, 0 known already, 0 rejected");
        checkEqual();
        assertThat(imported(export, false).message()).contains("was imported on").contains("again");
        assertThat(imported(export, true).result()).contains("0 rows taken, 5,006 known already").contains("0 rows taken, 3 known already");
        checkEqual();
    }

    @ParameterizedTest
    @EnumSource
    void anExportShowsCorrectedValuesUnlessOriginalsAreWanted(FileFormat format) throws IOException {
        JobView job = imported(export(format, false), false);
        assertThat(job.state()).as(job.message()).isEqualTo(State.DONE);
        // the inserted one is a row too, and imported as a sample
        assertThat(there.samples(POWER)).hasSameSizeAs(here.samples(POWER));
        assertThat(there.samples(POWER).get(10).value()).isEqualTo(99.5);
    }
}
