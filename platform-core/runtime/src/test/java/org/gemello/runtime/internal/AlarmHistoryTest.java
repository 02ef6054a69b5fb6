package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.alarm.AlarmJournal;
import org.gemello.api.alarm.AlarmRecord;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.twin.Severity;
import org.gemello.testkit.disk.FullDisk;
import org.gemello.testkit.health.MemoryAlarms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmHistoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TwinId T1 = new TwinId("t1");
    @TempDir
    Path folder;
    private final MemoryAlarms alarms = new MemoryAlarms();

    private AlarmHistory open() throws IOException {
        return new AlarmHistory(folder, 3L * AlarmHistory.PAGE, () -> alarms);
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static LogRecord raised(long offset, int minute) {
        return new LogRecord(offset, TraceId.NONE, 0, new LogEntry.AlarmChanged(T1, "hot", minute % 2 == 0, Severity.HIGH, "91 Cel", NOON.plusSeconds(60L * minute)));
    }

    private static List<Long> offsets(AlarmHistory journal, int from, int to, long after, int most) {
        return journal.read(NOON.plusSeconds(60L * from), NOON.plusSeconds(60L * to), after, record -> true, most).stream().map(AlarmRecord::offset).toList();
    }

    @Test
    void whatHappenedIsThereAgainAfterARestart() throws Exception {
        AlarmHistory journal = open();
        journal.take(raised(4, 0));
        journal.take(new LogRecord(5, TraceId.NONE, 0, new LogEntry.Tick(NOON)));
        journal.take(new LogRecord(6, TraceId.NONE, 0, new LogEntry.AlarmHandled(T1, "hot", AlarmAction.SHELVE, "olga", "flaps", NOON.plusSeconds(3600), NOON)));
        List<AlarmRecord> before = journal.read(NOON, NOON.plusSeconds(1), AlarmJournal.BEFORE_ALL, record -> true, 10);
        journal.force();
        assertThat(open().read(NOON, NOON.plusSeconds(1), AlarmJournal.BEFORE_ALL, record -> true, 10)).isEqualTo(before).containsExactly(
                new AlarmRecord(4, T1, "hot", AlarmRecord.Event.RAISED, Severity.HIGH, "91 Cel", "", null, NOON),
                new AlarmRecord(6, T1, "hot", AlarmRecord.Event.SHELVED, null, "flaps", "olga", NOON.plusSeconds(3600), NOON));
    }

    @Test
    void aStretchOfTimeIsReadPageByPage() throws Exception {
        AlarmHistory journal = open();
        for (int minute = 0; minute < 10; minute++) {
            journal.take(raised(minute, minute));
            if (minute == 5) {
                journal.force();
            }
        }
        assertThat(offsets(journal, 2, 8, AlarmJournal.BEFORE_ALL, 4)).containsExactly(2L, 3L, 4L, 5L);
        assertThat(offsets(journal, 2, 8, 5, 4)).containsExactly(6L, 7L);
        assertThat(journal.read(NOON, NOON.plusSeconds(600), AlarmJournal.BEFORE_ALL, record -> record.event() == AlarmRecord.Event.RETURNED, 9)).hasSize(5);
    }

    @Test
    void whatTheLogBringsAgainIsNotKeptTwiceAndATornEndComesAgain() throws Exception {
        AlarmHistory journal = open();
        journal.take(raised(1, 1));
        journal.take(raised(2, 2));
        journal.force();
        Files.write(file(), new byte[] {0, 0, 0, 40, 1, 2}, StandardOpenOption.APPEND);
        AlarmHistory again = open();
        for (long offset = 1; offset <= 3; offset++) {
            again.take(raised(offset, (int) offset));
        }
        again.force();
        assertThat(offsets(open(), 0, 10, AlarmJournal.BEFORE_ALL, 10)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theOldestGoWhereThereIsTooMuch() throws Exception {
        AlarmHistory journal = open();
        String words = "x".repeat(2_000);
        for (long offset = 0; offset < 3_000; offset++) {
            journal.take(new LogRecord(offset, TraceId.NONE, 0, new LogEntry.AlarmChanged(T1, "hot", true, Severity.LOW, words, NOON)));
            if (offset % 100 == 99) {
                journal.force();
            }
        }
        List<Long> kept = offsets(open(), 0, 1, AlarmJournal.BEFORE_ALL, 10_000);
        assertThat(kept).hasSizeBetween(500, 2_000).endsWith(2_999L);
    }

    @Test
    void onAFullDiskWhatHappensWaitsAndThePlatformSaysSoUntilThereIsRoom() throws Exception {
        FullDisk.orSkip("the alarm journal");
        AlarmHistory journal = open();
        journal.take(raised(1, 1));
        journal.force();
        try (FullDisk full = FullDisk.at(Files.size(file()) + 5)) {
            for (long offset = 2; offset <= 3; offset++) {
                journal.take(raised(offset, (int) offset));
                assertThatThrownBy(journal::force).as("so that the log keeps it").isInstanceOf(IOException.class);
            }
            assertThat(alarms.active()).singleElement().satisfies(alarm -> {
                assertThat(alarm.name()).isEqualTo(AlarmHistory.UNWRITABLE);
                assertThat(alarm.severity()).isEqualTo(Severity.HIGH);
                assertThat(alarm.message()).contains(folder.toString(), "2 entries wait in memory", "Make room");
            });
            assertThat(offsets(journal, 0, 10, AlarmJournal.BEFORE_ALL, 10)).as("and can be read").containsExactly(1L, 2L, 3L);
        }
        journal.force();
        assertThat(alarms.active()).isEmpty();
        assertThat(offsets(open(), 0, 10, AlarmJournal.BEFORE_ALL, 10)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatFindsNoRoomInMemoryEitherIsCountedAndSaid() throws Exception {
        AlarmHistory journal = open();
        for (long offset = 0; offset < AlarmHistory.MOST_WAITING + 7; offset++) {
            journal.take(raised(offset, 0));
        }
        journal.force();
        assertThat(alarms.active()).singleElement().satisfies(alarm -> {
            assertThat(alarm.name()).isEqualTo(AlarmHistory.INCOMPLETE);
            assertThat(alarm.message()).contains("7 entries since the start are not in the alarm journal");
        });
        journal.take(raised(AlarmHistory.MOST_WAITING + 7, 1));
        journal.force();
        assertThat(offsets(open(), 1, 2, AlarmJournal.BEFORE_ALL, 10)).as("it goes on").containsExactly(AlarmHistory.MOST_WAITING + 7L);
    }
}
