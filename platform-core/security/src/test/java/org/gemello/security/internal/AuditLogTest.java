package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gemello.api.TraceId;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.AuditRecord;
import org.gemello.security.AuditVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final long SMALL = 4_000;
    @TempDir
    private Path data;
    private final MovedClock clock = new MovedClock();

    private AuditFile open() throws IOException {
        return new AuditFile(data.resolve("audit"), data.resolve("secrets"), clock, SMALL);
    }

    private static AuditEvent event(int number) {
        return new AuditEvent("o\"l\\ga\n\u2028", "command.submit", "wt-" + number, Outcome.ALLOWED, "출력 \uD83D\uDCA8", new TraceId(1, number));
    }

    private AuditFile written(int lines) throws IOException {
        AuditFile audit = open();
        for (int i = 0; i < lines; i++) {
            audit.record(event(i));
        }
        return audit;
    }

    private static List<Long> numbers(List<AuditRecord> records) {
        return records.stream().map(AuditRecord::sequence).toList();
    }

    @Test
    void whatWasWrittenIsReadNewestFirstOverAllFiles() throws IOException {
        try (AuditFile audit = written(40)) {
            assertThat(data.resolve("audit").toFile().list((folder, name) -> name.startsWith("audit-"))).hasSizeGreaterThan(1);
            assertThat(audit.read(Long.MAX_VALUE, each -> true, 3)).extracting(AuditRecord::event)
                    .containsExactly(event(39), event(38), event(37));
            assertThat(numbers(audit.read(37, each -> true, 2))).containsExactly(36L, 35L);
            assertThat(numbers(audit.read(Long.MAX_VALUE, each -> each.event().object().endsWith("7"), 9))).containsExactly(37L, 27L, 17L, 7L);
            assertThat(audit.read(0, each -> true, 9)).isEmpty();
        }
    }

    @Test
    void aWholeLogIsWholeAlsoAfterARestart() throws IOException {
        written(250).close();
        try (AuditFile audit = open()) {
            AuditVerification found = audit.verify();
            assertThat(found.problem()).isEmpty();
            assertThat(found.lines()).isEqualTo(250);
            assertThat(found.checkpoints()).as("lines 99, 199 and 249").isEqualTo(3);
        }
    }

    /** Changes the lines of a file from the middle of the log. */
    private void damage(UnaryOperator<List<String>> change) throws IOException {
        Path file = new AuditFolder(data.resolve("audit")).rolled().get(1);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, change.apply(new ArrayList<>(lines)));
    }

    @Test
    void aChangedLineIsFound() throws IOException {
        try (AuditFile audit = written(40)) {
            damage(lines -> {
                lines.set(2, lines.get(2).replace("ALLOWED", "REFUSED"));
                return lines;
            });
            assertThat(audit.verify().problem()).contains("the line before it is not the one");
        }
    }

    @Test
    void aRemovedLineIsFound() throws IOException {
        try (AuditFile audit = written(40)) {
            damage(lines -> {
                lines.remove(2);
                return lines;
            });
            assertThat(audit.verify().problem()).contains("has the number");
        }
    }

    @Test
    void aLineThatIsNoneIsFoundAndNamed() throws IOException {
        try (AuditFile audit = written(40)) {
            damage(lines -> {
                lines.set(2, "nonsense");
                return lines;
            });
            assertThat(audit.verify().problem()).contains(".log, line").contains("not a line of the audit log");
            assertThatThrownBy(() -> audit.read(20, each -> true, 20)).isInstanceOf(IOException.class).hasMessageContaining("verify");
        }
    }

    @Test
    void anotherHistoryWithAWholeChainIsFoundByTheCheckpoints() throws IOException {
        written(120).close();
        for (Path file : new AuditFolder(data.resolve("audit")).all()) {
            Files.delete(file);
        }
        Path signed = data.resolve("audit/checkpoints");
        String kept = Files.readString(signed);
        Files.delete(signed);
        try (AuditFile forged = open()) {
            for (int i = 0; i < 120; i++) {
                forged.record(event(i + 1));
            }
            Files.writeString(signed, kept);
            assertThat(forged.verify().problem()).contains("is not the line that was signed");
        }
    }

    @Test
    void aLogThatWasCutIsFound() throws IOException {
        written(40).close();
        Files.delete(data.resolve("audit/audit.log"));
        try (AuditFile audit = open()) {
            assertThat(audit.verify().problem()).contains("line 39 was signed and is gone");
        }
    }

    @Test
    void aCheckpointOfAnotherKeyIsFound() throws IOException {
        written(40).close();
        Files.delete(data.resolve("secrets/audit-key"));
        try (AuditFile audit = open()) {
            assertThat(audit.verify().problem()).contains("not signed by this platform's key");
        }
    }
}
