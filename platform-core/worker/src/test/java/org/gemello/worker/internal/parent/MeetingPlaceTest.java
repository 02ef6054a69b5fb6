package org.gemello.worker.internal.parent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeetingPlaceTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderWithTooLongAPathIsPassedOver() throws IOException {
        Path far = Files.createDirectories(folder.resolve("a-folder-with-a-name-that-is-long".repeat(3)));
        Path socket = MeetingPlace.find(List.of(folder.resolve("none"), far, folder));
        assertThat(socket.getParent()).isDirectory().hasParent(folder.toAbsolutePath());
        assertThat(far).isEmptyDirectory();
        assertThatThrownBy(() -> MeetingPlace.find(List.of(far))).isInstanceOf(IOException.class)
                .hasMessageContaining("set java.io.tmpdir");
    }
}
