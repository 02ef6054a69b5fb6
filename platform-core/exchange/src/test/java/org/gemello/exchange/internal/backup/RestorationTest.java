package org.gemello.exchange.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestorationTest {
    @TempDir
    Path folder;
    private Path archive;
    private Path data;
    private Path config;

    @BeforeEach
    void names() {
        archive = folder.resolve("backup.zip");
        data = folder.resolve("data");
        config = folder.resolve("config");
    }

    private static Archives good() throws IOException {
        return new Archives().entry("data/secrets/users.json", "{}").entry("data/log/0.seg", "log").entry("config/connections/plant.yaml", "kind: opcua");
    }

    private void refused(String why) throws IOException {
        assertThatThrownBy(() -> new Restoration(archive, null).restore(data, config)).isInstanceOf(IOException.class).hasMessageContaining(why);
        assertThat(data).doesNotExist();
        assertThat(config).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(archive);
        }
    }

    @Test
    void filesAreRestoredForTheirOwnerAlone() throws IOException {
        good().write(archive);
        assertThat(new Restoration(archive, null).restore(data, config))
                .isEqualTo(new Restoration.Summary("2026-01-01T00:00:00Z", "0.1.0", "42", 3, 16));
        assertThat(data.resolve("log/0.seg")).hasContent("log");
        assertThat(config.resolve("connections/plant.yaml")).hasContent("kind: opcua");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets/users.json")))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets")))).isEqualTo("rwx------");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(archive, data, config);
        }
    }

    @Test
    void anEmptyDataFolderAndAConfigurationWithoutFilesOfOursAreReplaced() throws IOException {
        good().write(archive);
        Files.createDirectories(data);
        Files.writeString(Files.createDirectories(config.resolve("connections")).resolve("README"), "put files here");
        new Restoration(archive, null).restore(data, config);
        assertThat(config.resolve("connections/plant.yaml")).exists();
        assertThat(folder.resolve("config.before-restore/connections/README")).hasContent("put files here");
    }

    @Test
    void whatIsInUseIsNotTouched() throws IOException {
        good().write(archive);
        Files.writeString(Files.createDirectories(data).resolve("x"), "in use");
        assertThatThrownBy(() -> new Restoration(archive, null).restore(data, config)).hasMessageContaining("is not empty");
        Files.delete(data.resolve("x"));
        Files.writeString(Files.createDirectories(config).resolve("a.yaml"), "in use");
        assertThatThrownBy(() -> new Restoration(archive, null).restore(data, config)).hasMessageContaining("is there already");
        assertThat(data).isEmptyDirectory();
        assertThatThrownBy(() -> new Restoration(archive, null).restore(data, data.resolve("config"))).hasMessageContaining("--config");
    }

    @Test
    void aDataFolderThatCannotBeMadeLeavesTheConfigurationAsItWas() throws IOException {
        good().write(archive);
        Files.writeString(Files.createDirectories(config).resolve("README"), "as before");
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> new Restoration(archive, null).restore(file.resolve("data"), config)).isInstanceOf(IOException.class);
        assertThat(config.resolve("README")).hasContent("as before");
        assertThat(config.resolve("connections")).doesNotExist();
    }

    @Test
    void aDamagedByteIsNoticedOrHarmless() throws IOException {
        byte[] bytes = Files.readAllBytes(good().write(archive));
        Restoration.Summary whole = new Restoration(archive, null).verify();
        int noticed = 0;
        int harmless = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            Files.write(archive, damaged);
            try {
                assertThat(new Restoration(archive, null).verify()).isEqualTo(whole);
                harmless++; // times and the like in ZIP headers, which say nothing about content
            } catch (IOException e) {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(harmless);
        for (int length = 0; length < bytes.length / 2; length++) {
            Files.write(archive, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> new Restoration(archive, null).verify()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aWrongHashNamesTheFile() throws IOException {
        good().claim("data/log/0.seg", "0".repeat(64)).write(archive);
        refused("data/log/0.seg has SHA-256");
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() throws IOException {
        good().claim("data/history/a.tsfile", "0".repeat(64)).write(archive);
        refused("data/history/a.tsfile is missing");
        good().unlisted("data/extra", new byte[1]).write(archive);
        refused("[data/extra] are not in SHA256SUMS");
        good().writeWithoutManifest(archive);
        refused("ends without SHA256SUMS");
        good().fact("gemello-backup", "2").write(archive);
        refused("format 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/../../etc/passwd", "/etc/passwd", "data/./x", "data//x", "data", "data/x\\..\\y", "other/x", "data/..", "config/a\u0000b",
        "data/C:x", "../data/x"})
    void namesThatLeadElsewhereAreRefused(String name) throws IOException {
        good().entry(name, "harm").write(archive);
        refused("lies outside of data and config");
    }

    @Test
    void moreThanThereIsRoomForIsRefusedBeforeItIsWritten() throws IOException {
        good().entry("data/bomb", new byte[8 << 20]).write(archive);
        assertThat(Files.size(archive)).isLessThan(20_000);
        ArchiveReader reader = new ArchiveReader(archive, null, 1 << 20);
        assertThatThrownBy(() -> reader.read(name -> OutputStream.nullOutputStream())).hasMessageContaining("becomes larger than the 1048576 bytes");
    }
}
