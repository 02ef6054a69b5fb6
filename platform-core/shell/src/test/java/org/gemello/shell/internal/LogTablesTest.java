package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.api.log.LogStatus;
import org.junit.jupiter.api.Test;

class LogTablesTest {

    @Test
    void showsTheLogAndTheLagOfEachGroup() {
        List<Table> tables = LogTables.of(new LogStatus(100, 1050, 1000, 3, 5_242_880, Map.of("twins", 990L, "history", 400L), ""));
        assertThat(tables.get(0).headings()).containsExactly("Sample log", "works");
        assertThat(tables.get(0).rows()).containsExactly(List.of("Start", "100"), List.of("End", "1050"), List.of("Durable", "1000"),
                List.of("Segments", "3"), List.of("Size", "5242880 B (5.0 MiB)"));
        assertThat(tables.get(1).headings()).containsExactly("Group", "Position", "Lag");
        assertThat(tables.get(1).rows()).containsExactly(List.of("history", "400", "600"), List.of("twins", "990", "10"));
    }

    @Test
    void showsWhatEachReaderHoldsBack() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Table table = LogTables.of(List.of(new ConsumerGroup("abandoned", 5, 95, 4096, Optional.of(now.minusSeconds(180_000)), false),
                new ConsumerGroup("history", 100, 0, 0, Optional.empty(), true)), now);
        assertThat(table.headings()).containsExactly("Group", "Position", "Lag", "Lag in bytes", "Oldest unread", "In use");
        assertThat(table.rows()).containsExactly(List.of("abandoned", "5", "95", "4096 B (4.0 KiB)", "2 d", "no"),
                List.of("history", "100", "0", "0 B", "-", "yes"));
    }

    @Test
    void saysWhyItHasFailed() {
        List<Table> tables = LogTables.of(new LogStatus(0, 0, 0, 1, 0, Map.of(), "No space left on device"));
        assertThat(tables).singleElement().satisfies(table -> {
            assertThat(table.headings()).containsExactly("Sample log", "FAILED");
            assertThat(table.rows()).contains(List.of("Size", "0 B"), List.of("Failure", "No space left on device"));
        });
    }
}
