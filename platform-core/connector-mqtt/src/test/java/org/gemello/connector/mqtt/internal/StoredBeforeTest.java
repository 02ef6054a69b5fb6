package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredBeforeTest {
    private static final int GOOD = Quality.GOOD.code();
    @TempDir
    Path folder;

    @Test
    void aSampleIsKnownByPointTimeQualityAndValueAfterARestart() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(folder)) {
            log.append(new LogEntry.Samples(rows(log, 1.5, "on", 1_000)), TraceId.random()).get();
        }
        try (CloseableSampleLog log = SampleLogs.open(folder)) {
            StoredBefore before = StoredBefore.of(log);
            SampleBatch same = rows(log, 1.5, "on", 1_000);
            assertThat(before.holds(same, 0)).isTrue();
            assertThat(before.holds(same, 1)).isTrue();
            SampleBatch others = rows(log, 1.6, "off", 1_000);
            assertThat(before.holds(others, 0)).isFalse();
            assertThat(before.holds(others, 1)).isFalse();
            assertThat(before.holds(rows(log, 1.5, "on", 1_001), 0)).isFalse();
            int speed = same.handle(0);
            assertThat(before.holds(SampleBatch.builder(log.points(), 1).add(speed, 1.5, 0x80000000, 1_000, 9).build(), 0)).as("bad now").isFalse();
            assertThat(before.holds(SampleBatch.builder(log.points(), 1).add(same.handle(1), 1.5, GOOD, 1_000, 9).build(), 0)).as("another point").isFalse();
        }
    }

    @Test
    void anEmptyLogHoldsNothing() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(folder)) {
            assertThat(StoredBefore.of(log).holds(rows(log, 1.5, "on", 1_000), 0)).isFalse();
        }
    }

    private static SampleBatch rows(CloseableSampleLog log, double speed, String state, long time) {
        int number = log.points().handle(new PointDefinition(PointId.parse("met/speed"), "m/s"));
        int text = log.points().handle(new PointDefinition(PointId.parse("met/state"), "1"));
        return SampleBatch.builder(log.points(), 2).add(number, speed, GOOD, time, time + 5).add(text, state, GOOD, time, time + 5).build();
    }
}
