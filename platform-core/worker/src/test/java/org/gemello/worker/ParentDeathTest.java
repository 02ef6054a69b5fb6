package org.gemello.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker does not outlive the platform, not even where the platform is killed while the pack's code runs in an endless loop. */
class ParentDeathTest {
    @TempDir
    private Path folder;

    @Test
    void theWorkerEndsWithAKilledParent() throws Exception {
        Process parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Parent.class.getName(), folder.toString())
                .redirectError(new File(folder.toFile(), "error.txt")).start();
        BufferedReader out = parent.inputReader();
        String line = out.readLine();
        assertThat(line).startsWith("process ");
        ProcessHandle worker = ProcessHandle.of(Long.parseLong(line.substring("process ".length()))).orElseThrow();
        assertThat(worker.isAlive()).isTrue();
        parent.destroyForcibly();
        await().until(() -> !worker.isAlive());
    }
}
