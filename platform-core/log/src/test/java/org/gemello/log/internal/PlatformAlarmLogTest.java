package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.health.PlatformAlarms.PlatformAlarm;
import org.gemello.api.log.LogEntry.AlarmChanged;
import org.gemello.api.log.LogRecord;
import org.gemello.api.twin.Severity;
import org.gemello.log.LogOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformAlarmLogTest {
    @TempDir
    Path directory;
    private final FaultyDisk disk = new FaultyDisk();

    private FileSampleLog open() {
        return FileSampleLog.open(directory.resolve("log"), LogOptions.DEFAULT, disk::make, new AlarmBook(), new LogClock());
    }

    private PlatformAlarmLog alarms() {
        return new PlatformAlarmLog(directory.resolve("alarms").resolve("platform.alarms"));
    }

    private static List<String> told(FileSampleLog log) throws InterruptedException {
        return Entries.read(log, 0).stream().map(LogRecord::entry).map(AlarmChanged.class::cast)
                .map(change -> (change.active() ? "+" : "-") + change.alarm() + " " + change.severity()).toList();
    }

    @Test
    void changesStandInTheLogOnceAndRepetitionsDoNot() throws Exception {
        try (FileSampleLog log = open(); PlatformAlarmLog alarms = alarms()) {
            alarms.log(log);
            alarms.raise("disk", Severity.MEDIUM, "85 %");
            await().until(() -> log.status().durable() == 1);
            alarms.raise("disk", Severity.MEDIUM, "86 %");
            assertThat(alarms.active()).singleElement().satisfies(alarm -> assertThat(alarm.message()).isEqualTo("86 %"));
            alarms.raise("disk", Severity.HIGH, "92 %");
            await().until(() -> log.status().durable() == 2);
            alarms.clear("disk", "60 %");
            alarms.clear("disk", "60 %");
            alarms.clear("other", "never active");
            await().until(() -> log.status().durable() == 3);
            assertThat(told(log)).containsExactly("+disk MEDIUM", "+disk HIGH", "-disk HIGH");
            AlarmChanged last = (AlarmChanged) Entries.read(log, 2).get(0).entry();
            assertThat(last.twin().value()).isEqualTo(PlatformAlarms.TWIN);
            assertThat(last.message()).isEqualTo("60 %");
            assertThat(alarms.active()).isEmpty();
        }
    }

    @Test
    void nobodyWaitsForALogThatCannotWriteAndTheLastStateOfEachGetsThere() throws Exception {
        try (FileSampleLog log = open(); PlatformAlarmLog alarms = alarms()) {
            alarms.log(log);
            disk.failForces("Input/output error");
            log.append(Entries.gap(1), org.gemello.api.TraceId.NONE);
            await().until(() -> !log.status().failure().isEmpty());
            for (int i = 0; i < 10_000; i++) {
                alarms.raise("a", i % 2 == 0 ? Severity.LOW : Severity.HIGH, "number " + i);
            }
            alarms.raise("b", Severity.LOW, "");
            alarms.clear("b", "");
            disk.heal();
            await().until(() -> log.status().durable() >= 3);
            assertThat(Entries.read(log, 1)).extracting(record -> ((AlarmChanged) record.entry()).alarm()).containsExactly("a", "b");
        }
    }

    @Test
    void activeAlarmsSurviveARestartAndTheLogLearnsWhatItHasMissed() throws Exception {
        try (FileSampleLog log = open()) {
            try (PlatformAlarmLog alarms = alarms()) {
                alarms.log(log);
                alarms.raise("told", Severity.LOW, "stays");
                alarms.raise("ends", Severity.LOW, "is cleared while there is no log");
                await().until(() -> log.status().durable() == 2);
            }
            try (PlatformAlarmLog alarms = alarms()) {
                assertThat(alarms.active()).extracting(PlatformAlarm::name).containsExactly("told", "ends");
                alarms.clear("ends", "");
                alarms.raise("untold", Severity.CRITICAL, "raised while there is no log");
            }
            try (PlatformAlarmLog alarms = alarms()) {
                assertThat(alarms.active()).extracting(PlatformAlarm::name).containsExactly("told", "untold");
                alarms.log(log);
                await().until(() -> log.status().durable() == 4);
                assertThat(told(log).subList(2, 4)).containsExactlyInAnyOrder("+untold CRITICAL", "-ends LOW");
            }
        }
    }

    @Test
    void aDamagedFileIsForgotten() throws IOException {
        try (PlatformAlarmLog alarms = alarms()) {
            alarms.raise("a", Severity.LOW, "text");
        }
        Path file;
        try (Stream<Path> files = Files.list(directory.resolve("alarms"))) {
            file = files.findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(file, flipped);
            assertThat(new AlarmFile(file).read().active()).as("byte %d", at).isEmpty();
        }
    }
}
