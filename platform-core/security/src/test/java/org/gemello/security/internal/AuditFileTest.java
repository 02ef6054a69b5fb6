package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gemello.api.TraceId;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.AuditUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
    private static final long ROOMY = 1 << 20;
    @TempDir
    private Path data;
    private final MovedClock clock = new MovedClock();

    private AuditFile open(long rollAt) throws IOException {
        return new AuditFile(data.resolve("audit"), data.resolve("secrets"), clock, rollAt);
    }

    private static AuditEvent event(String object) {
        return new AuditEvent("olga", "command.submit", object, Outcome.ALLOWED, "limit=1500.0", new TraceId(1, 2));
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve("audit"))) {
            // audit.log sorts after audit-000...log
            for (Path file : files.filter(each -> each.toString().endsWith(".log")).sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private static void assertChain(List<String> lines) {
        String previous = AuditLine.BEGINNING;
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith("{\"sequence\":" + i + ",").endsWith("\"previous\":\"" + previous + "\"}");
            previous = Secrets.hash(lines.get(i));
        }
    }

    @Test
    void aLineSaysEverything() throws IOException {
        try (AuditFile audit = open(ROOMY)) {
            audit.record(event("wt-01/set-power-limit"));
            assertThat(audit.health().ready()).isTrue();
        }
        assertThat(lines()).containsExactly("{\"sequence\":0,\"time\":\"2026-03-01T12:00:00Z\",\"caller\":\"olga\","
                + "\"action\":\"command.submit\","
                + "\"object\":\"wt-01/set-power-limit\",\"outcome\":\"ALLOWED\",\"reason\":\"limit=1500.0\","
                + "\"trace\":\"00000000000000010000000000000002\",\"previous\":\"" + "0".repeat(64) + "\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("audit/audit.log")))).isEqualTo("rw-------");
    }

    @Test
    void theChainGoesOnOverRestartsAndFullFiles() throws IOException {
        for (int start = 0; start < 3; start++) {
            try (AuditFile audit = open(500)) {
                for (int i = 0; i < 7; i++) {
                    audit.record(event("twin " + i));
                }
            }
        }
        assertThat(data.resolve("audit/audit-000000000001.log")).exists();
        assertThat(lines()).hasSize(21);
        assertChain(lines());
    }

    @Test
    void aCrashBetweenTheTwoStepsOfRollingKeepsTheChain() throws IOException {
        try (AuditFile audit = open(ROOMY)) {
            audit.record(event("one"));
        }
        Files.move(data.resolve("audit/audit.log"), data.resolve("audit/audit-000000000000.log"));
        try (AuditFile audit = open(ROOMY)) {
            audit.record(event("two"));
        }
        assertChain(lines());
    }

    @Test
    void halfALineIsRemovedAndThatIsWritten() throws IOException {
        try (AuditFile audit = open(ROOMY)) {
            audit.record(event("one"));
        }
        Files.writeString(data.resolve("audit/audit.log"), "{\"sequence\":1,\"ti", StandardOpenOption.APPEND);
        try (AuditFile audit = open(ROOMY)) {
            audit.record(event("two"));
        }
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(1)).contains("audit.recover", "17 bytes");
        assertChain(lines());
    }

    @Test
    void anAttackerCannotForgeALine() throws IOException {
        try (AuditFile audit = open(ROOMY)) {
            audit.record(event("x\",\"outcome\":\"REFUSED\"}\n{\"sequence\":9\u2028\u001b[2J"));
            audit.record(event("x".repeat(100_000)));
        }
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).contains("x\\\",\\\"outcome\\\":").contains("\\u000a").contains("\\u001b");
        assertThat(lines().get(1)).hasSizeLessThan(6_000);
        assertChain(lines());
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndTheHealthSaysSo() throws IOException {
        AuditFile audit = open(ROOMY);
        audit.record(event("one"));
        audit.close();
        assertThatThrownBy(() -> audit.record(event("two"))).isInstanceOf(AuditUnavailableException.class)
                .hasMessageContaining("audit.log");
        assertThat(audit.health().ready()).isFalse();
        assertChain(lines());
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aFileThatIsNoAuditLogStopsTheStart() throws IOException {
        Files.createDirectories(data.resolve("audit"));
        Files.writeString(data.resolve("audit/audit.log"), "hello\n");
        assertThatThrownBy(() -> open(ROOMY)).isInstanceOf(IOException.class).hasMessageContaining("move the file away");
    }
}
