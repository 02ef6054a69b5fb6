package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry.Tick;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupPositionsTest {
    @TempDir
    Path directory;

    @Test
    void positionsSurviveAndMayGoBack() throws Exception {
        GroupPositions groups = new GroupPositions(directory);
        assertThat(groups.position("history")).isZero();
        groups.store("history", 100);
        groups.store("runtime", 70);
        groups.store("history", 80);
        GroupPositions again = new GroupPositions(directory);
        assertThat(again.all()).containsOnly(entry("history", 80L),
                entry("runtime", 70L));
        assertThat(again.slowest()).isEqualTo(70);
        assertThat(again.fastest()).isEqualTo(80);
    }

    @Test
    void aDamagedPositionCountsAsNeverStored() throws IOException {
        new GroupPositions(directory).store("history", 1234);
        Path file = directory.resolve("history.position");
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 1;
            Files.write(file, flipped);
            assertThat(new GroupPositions(directory).position("history")).as("byte %d flipped", i).isZero();
        }
        Files.write(file, new byte[100_000]);
        assertThat(new GroupPositions(directory).position("history")).isZero();
    }

    @Test
    void aGroupWhoseNameLeadsElsewhereIsRefused() throws IOException {
        GroupPositions groups = new GroupPositions(directory);
        for (String name : new String[] {"../x", "", "a/b", ".hidden", "x".repeat(65)}) {
            assertThatThrownBy(() -> groups.store(name, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("form");
        }
    }

    @Test
    void aPositionBeyondTheEndIsRefused() {
        try (CloseableSampleLog log = SampleLogs.open(directory)) {
            log.append(new Tick(Entries.NOON), TraceId.NONE).join();
            log.commit("history", 1);
            assertThatThrownBy(() -> log.commit("history", 2)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ends at 1");
            assertThat(log.position("history")).isEqualTo(1);
            assertThat(log.status().lag("history")).isZero();
        }
    }

    @Test
    void offsetsThatAGroupHasSeenAreNotGivenAgain() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(directory)) {
            log.append(Entries.doubles(log.points(), 10, 1), TraceId.NONE).join();
            log.commit("history", 10);
        }
        Files.delete(directory.resolve(String.format("%020d.seg", 0)));
        try (CloseableSampleLog log = SampleLogs.open(directory)) {
            assertThat(log.append(new Tick(Entries.NOON), TraceId.NONE).join()).isEqualTo(10);
        }
    }
}
