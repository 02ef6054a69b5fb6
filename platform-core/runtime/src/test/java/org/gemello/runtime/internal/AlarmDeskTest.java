package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.alarm.AlarmFilter;
import org.gemello.api.alarm.AlarmRecord.Event;
import org.gemello.api.alarm.AlarmRecord;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.log.LogEntry;
import org.gemello.api.twin.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alarm through the states of ISA-18.2, with real entries of a real log. */
class AlarmDeskTest {
    private static final Caller OLGA = new Caller("olga", Set.of(Role.OPERATOR));
    private static final Caller EMIL = new Caller("emil", Set.of(Role.ENGINEER));
    private static final TwinId T1 = new TwinId("t1");
    @TempDir
    Path folder;
    private Harness harness;

    @BeforeEach
    void start() throws Exception {
        harness = new Harness(folder, new MemorySite().twin("t1", CounterType.ID, MemorySite.point("t1/power", "kW", false)));
        harness.runtime().addType(new CounterType());
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private Alarms alarms() {
        return harness.runtime().alarms();
    }

    private AlarmView becomes(AlarmState state) {
        await().until(() -> alarms().alarm(T1, "high").filter(alarm -> alarm.state() == state).isPresent());
        return alarms().alarm(T1, "high").orElseThrow();
    }

    private void power(double kilowatts) throws Exception {
        harness.append("t1/power", "kW", kilowatts);
    }

    @Test
    void itIsAcknowledgedBeforeOrAfterItReturns() throws Exception {
        power(2000);
        AlarmView raised = becomes(AlarmState.UNACKNOWLEDGED);
        assertThat(raised.message()).isEqualTo("power is 2000.0 kW");
        AlarmView seen = alarms().acknowledge(T1, "high", "on my way", OLGA);
        assertThat(seen.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(seen.handling().by()).isEqualTo("olga");
        assertThatThrownBy(() -> alarms().acknowledge(T1, "high", "", OLGA)).isInstanceOf(IllegalStateException.class).hasMessageContaining("already");
        power(2100);
        await().until(() -> alarms().alarm(T1, "high").orElseThrow().message().contains("2100"));
        assertThat(becomes(AlarmState.ACKNOWLEDGED).since()).as("another text is no other occurrence").isEqualTo(raised.since());
        power(100);
        becomes(AlarmState.NORMAL);
        power(3000);
        becomes(AlarmState.UNACKNOWLEDGED);
        power(100);
        becomes(AlarmState.RETURNED);
        assertThat(alarms().alarms(AlarmFilter.STANDING)).hasSize(1);
        alarms().acknowledge(T1, "high", "", OLGA);
        assertThat(becomes(AlarmState.NORMAL).active()).isFalse();
        assertThat(alarms().alarms(AlarmFilter.STANDING)).isEmpty();
        assertThat(harness.audit.lines).hasSize(2).first().asString().isEqualTo("allowed olga alarm.acknowledge t1/high: on my way");
    }

    @Test
    void aShelfEndsWithItsTimeAndShowsWhatIsThen() throws Exception {
        power(2000);
        becomes(AlarmState.UNACKNOWLEDGED);
        AlarmView shelved = alarms().shelve(T1, "high", Duration.ofMillis(1500), "flaps", OLGA);
        assertThat(shelved.state()).isEqualTo(AlarmState.SHELVED);
        assertThat(shelved.aside().reason()).isEqualTo("flaps");
        assertThat(alarms().alarms(AlarmFilter.STANDING)).isEmpty();
        assertThat(alarms().alarms(new AlarmFilter(Set.of(T1), EnumSet.of(AlarmState.SHELVED), Severity.MEDIUM, 5))).hasSize(1);
        assertThat(alarms().alarms(new AlarmFilter(Set.of(), Set.of(), Severity.HIGH, 5))).as("it is of medium severity").isEmpty();
        AlarmView back = becomes(AlarmState.UNACKNOWLEDGED);
        assertThat(back.handling().action()).isEqualTo(AlarmAction.RESTORE);
        assertThat(back.handling().by()).isEmpty();
    }

    @Test
    void whoMayNotAndWhatIsNotThereIsRefused() throws Exception {
        power(2000);
        becomes(AlarmState.UNACKNOWLEDGED);
        assertThatThrownBy(() -> alarms().suppress(T1, "high", "start-up", OLGA)).isInstanceOf(SecurityException.class).hasMessageContaining("role engineer");
        assertThatThrownBy(() -> alarms().shelve(T1, "high", Duration.ofHours(25), "x", OLGA)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alarms().shelve(T1, "high", Duration.ofHours(1), " ", OLGA)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alarms().acknowledge(T1, "low", "", OLGA)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> alarms().restore(T1, "high", "", OLGA)).isInstanceOf(IllegalStateException.class);
        harness.audit.broken = true;
        assertThatThrownBy(() -> alarms().acknowledge(T1, "high", "", OLGA)).isInstanceOf(IllegalStateException.class).hasMessageContaining("audit log");
        assertThat(becomes(AlarmState.UNACKNOWLEDGED).handling()).isNull();
        assertThat(harness.audit.lines).containsExactly("refused olga alarm.suppress t1/high: user olga lacks the role engineer");
    }

    @Test
    void whatWasDoneSurvivesACrashAndACleanStop() throws Exception {
        power(2000);
        becomes(AlarmState.UNACKNOWLEDGED);
        alarms().acknowledge(T1, "high", "", OLGA);
        alarms().takeOutOfService(T1, "high", "sensor is exchanged", EMIL);
        AlarmView before = becomes(AlarmState.OUT_OF_SERVICE);
        harness.crash();
        harness.start();
        assertThat(alarms().alarm(T1, "high")).hasValue(before);
        harness.restart();
        harness.restart();
        assertThat(alarms().alarm(T1, "high")).hasValue(before);
        assertThatThrownBy(() -> alarms().shelve(T1, "high", Duration.ofHours(1), "x", OLGA)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OUT_OF_SERVICE already");
        assertThat(alarms().restore(T1, "high", "new sensor", EMIL).state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(harness.records()).filteredOn(record -> record.entry() instanceof LogEntry.AlarmHandled).hasSize(3);
        await().untilAsserted(() -> assertThat(harness.runtime().journal().read(Instant.MIN, Instant.MAX, -1, record -> true, 10)).extracting(AlarmRecord::event)
                .containsExactly(Event.RAISED, Event.ACKNOWLEDGED, Event.TAKEN_OUT_OF_SERVICE, Event.RESTORED));
    }

    @Test
    void theNormalOnesAreForgottenFirst() {
        AlarmBook book = new AlarmBook();
        for (int alarm = 0; alarm < AlarmBook.KEPT + 10; alarm++) {
            boolean active = alarm % 2 == 0;
            book.changed(new LogEntry.AlarmChanged(T1, "a" + alarm, active, Severity.LOW, "", Instant.ofEpochSecond(alarm)));
        }
        assertThat(book.all()).hasSize(AlarmBook.KEPT);
        assertThat(book.find(T1, "a0")).isPresent();
        assertThat(book.find(T1, "a1")).isEmpty();
        assertThat(book.matching(new AlarmFilter(Set.of(), Set.of(), Severity.LOW, 1))).extracting(AlarmView::name).containsExactly("a" + (AlarmBook.KEPT + 9));
    }
}
