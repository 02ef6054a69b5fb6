package org.gemello.exchange.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    @TempDir
    Path folder;
    private Path data;
    private Path config;

    @BeforeEach
    void fill() throws IOException {
        data = folder.resolve("data");
        config = folder.resolve("config");
        write(data.resolve("log/00.seg"), "first");
        write(data.resolve("log/lock"), "");
        write(data.resolve("log/groups/history.position"), "1");
        write(data.resolve("history/a.tsfile"), "rows");
        write(data.resolve("history/b.tmp"), "half a f");
        write(data.resolve("twins/runtime.image"), "state 1");
        write(data.resolve("container/cache/x"), "not ours");
        write(data.resolve("exports/one/samples.csv"), "point");
        write(config.resolve("connections/plant.yaml"), "kind: opcua");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> snapshot(LongSupplier duringIt) throws IOException {
        try (Snapshot snapshot = new Snapshot(data, config, duringIt)) {
            return snapshot.entries().stream().collect(Collectors.toMap(Snapshot.Entry::name, SnapshotTest::content));
        }
    }

    /** As much as the snapshot says, however much there is. */
    private static String content(Snapshot.Entry entry) {
        try {
            return Files.readString(entry.file()).substring(0, (int) entry.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itHasWhatARestoredPlatformNeedsAndNothingUnfinished() throws IOException {
        assertThat(snapshot(() -> 5)).containsOnly(
                Map.entry("data/log/00.seg", "first"), Map.entry("data/log/groups/history.position", "1"),
                Map.entry("data/history/a.tsfile", "rows"), Map.entry("data/twins/runtime.image", "state 1"),
                Map.entry("config/connections/plant.yaml", "kind: opcua"));
        assertThat(data.resolve(Snapshot.FOLDER)).doesNotExist();
    }

    /** Who may do what, and the record of who did what: without them a restored platform lets nobody in, and proves nothing. */
    @Test
    void itHasWhatKeepsThePlatformClosedAndTheProofOfWhatWasDone() throws IOException {
        for (String name : List.of("secrets/users", "secrets/api-keys", "secrets/policies", "secrets/audit-key", "secrets/https-ca.pem",
                "secrets/https-ca-key.pem", "audit/audit.log", "audit/audit-000000000099.log", "audit/checkpoints")) {
            write(data.resolve(name), name);
        }
        write(data.resolve("secrets/policies.new"), "half a p");
        assertThat(snapshot(() -> 5)).containsEntry("data/secrets/users", "secrets/users").containsEntry("data/secrets/api-keys", "secrets/api-keys")
                .containsEntry("data/secrets/policies", "secrets/policies").containsEntry("data/secrets/audit-key", "secrets/audit-key")
                .containsEntry("data/secrets/https-ca.pem", "secrets/https-ca.pem").containsKey("data/secrets/https-ca-key.pem")
                .containsEntry("data/audit/audit.log", "audit/audit.log").containsKey("data/audit/audit-000000000099.log")
                .containsEntry("data/audit/checkpoints", "audit/checkpoints").doesNotContainKey("data/secrets/policies.new");
    }

    @Test
    void theLogReachesFromBeforeTheRestToAfterIt() throws IOException {
        Map<String, String> held = snapshot(() -> {
            try {
                // what happens between the first and the last look at the log: it goes on, and retention removes its beginning
                Files.writeString(data.resolve("log/00.seg"), ", and more", StandardOpenOption.APPEND);
                write(data.resolve("log/07.seg"), "second");
                write(data.resolve("log/groups/history.position"), "7");
                write(data.resolve("twins/runtime.image.new"), "state 7");
                Files.move(data.resolve("twins/runtime.image.new"), data.resolve("twins/runtime.image"), StandardCopyOption.REPLACE_EXISTING);
                Files.delete(data.resolve("log/00.seg"));
                return 7;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(held).containsEntry("data/log/00.seg", "first, and more").containsEntry("data/log/07.seg", "second")
                .containsEntry("data/twins/runtime.image", "state 1");
    }

    @Test
    void aSnapshotDoesNotGrow() throws IOException {
        try (Snapshot snapshot = new Snapshot(data, config, () -> 5)) {
            Files.writeString(data.resolve("log/00.seg"), ", later", StandardOpenOption.APPEND);
            Files.delete(data.resolve("history/a.tsfile"));
            assertThat(snapshot.entries().stream().map(SnapshotTest::content)).contains("first", "rows");
            assertThat(snapshot.offset()).isEqualTo(5);
        }
    }

    @Test
    void aConfigurationInsideTheDataIsThereOnce() throws IOException {
        config = data.resolve("demo-config");
        write(config.resolve("connections/plant.yaml"), "kind: mqtt");
        assertThat(snapshot(() -> 5)).containsEntry("config/connections/plant.yaml", "kind: mqtt")
                .doesNotContainKey("data/demo-config/connections/plant.yaml");
    }

    @Test
    void foldersOnOtherDisksAreFollowed() throws IOException {
        Path other = folder.resolve("other-disk");
        write(other.resolve("b.tsfile"), "elsewhere");
        Files.createSymbolicLink(data.resolve("history/more"), other);
        assertThat(snapshot(() -> 5)).containsEntry("data/history/more/b.tsfile", "elsewhere");
        Files.createSymbolicLink(data.resolve("history/loop"), data);
        assertThatThrownBy(() -> snapshot(() -> 5)).isInstanceOf(IOException.class).hasMessageContaining("loop");
        assertThat(data.resolve(Snapshot.FOLDER)).doesNotExist();
    }

    @Test
    void whatAKilledBackupLeftIsClearedAway() throws IOException {
        write(data.resolve(Snapshot.FOLDER).resolve("data/log/99.seg"), "of the last one");
        assertThat(snapshot(() -> 5)).doesNotContainKey("data/log/99.seg").hasSize(5);
    }
}
