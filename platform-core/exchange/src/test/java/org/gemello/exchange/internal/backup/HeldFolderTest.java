package org.gemello.exchange.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.gemello.exchange.internal.DurableFiles;

/** Holding files by links, and by copies where the target is on another disk. */
class HeldFolderTest {
    private static final Path OTHER_DISK = Path.of("/dev/shm");
    @TempDir
    Path folder;
    private Path source;
    private Path elsewhere;

    @BeforeEach
    void fill() throws IOException {
        source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("log"), "one");
    }

    @AfterEach
    void clear() throws IOException {
        if (elsewhere != null) {
            DurableFiles.remove(elsewhere);
        }
    }

    @Test
    void aLinkKeepsWhatIsReplacedAndFollowsWhatGrows() throws IOException {
        Path target = folder.resolve("target");
        HeldFolder held = new HeldFolder(source, target, path -> true);
        held.hold();
        Files.writeString(source.resolve("log"), ", two", StandardOpenOption.APPEND);
        assertThat(target.resolve("log")).hasContent("one, two");
        replace("another");
        assertThat(target.resolve("log")).hasContent("one, two");
        held.hold();
        assertThat(target.resolve("log")).hasContent("another");
    }

    @Test
    void aCopyIsRenewedWhereTheFileHasGrownOrIsAnother() throws IOException {
        assumeThat(Files.isDirectory(OTHER_DISK) && !Files.getFileStore(OTHER_DISK).equals(Files.getFileStore(folder)))
                .as("needs " + OTHER_DISK + " as another disk").isTrue();
        elsewhere = Files.createTempDirectory(OTHER_DISK, "held");
        HeldFolder held = new HeldFolder(source, elsewhere, path -> true);
        held.hold();
        Files.writeString(source.resolve("log"), ", two", StandardOpenOption.APPEND);
        assertThat(elsewhere.resolve("log")).hasContent("one");
        held.hold();
        assertThat(elsewhere.resolve("log")).hasContent("one, two");
        replace("another");
        Files.writeString(source.resolve("new"), "file");
        held.hold();
        assertThat(elsewhere.resolve("log")).hasContent("another");
        assertThat(elsewhere.resolve("new")).hasContent("file");
        Files.delete(source.resolve("new"));
        held.hold();
        assertThat(elsewhere.resolve("new")).hasContent("file");
    }

    private void replace(String text) throws IOException {
        Files.writeString(source.resolve("log.new"), text);
        Files.move(source.resolve("log.new"), source.resolve("log"), StandardCopyOption.REPLACE_EXISTING);
    }
}
