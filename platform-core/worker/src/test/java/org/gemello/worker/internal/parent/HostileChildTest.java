package org.gemello.worker.internal.parent;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gemello.worker.PlatformJars;
import org.gemello.worker.WorkerLimits;
import org.gemello.worker.WorkerPack;
import org.gemello.worker.hostile.HostileChild;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A child that does not keep to the protocol is killed and named, whatever it sends. */
class HostileChildTest {
    private static final WorkerLimits LIMITS = WorkerLimits.USUAL.withLanes(1).withCall(Duration.ofSeconds(30));
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "wrong-secret    | does not know the secret",
        "text            | a frame of 1213486160 bytes is announced",
        "negative-length | a frame of -1 bytes is announced",
        "more-than-one   | there is more than one frame",
        "cut             | is gone",
        "many-types      | 2147483647 things of 12 bytes are announced",
        "random          | does not keep to the protocol",
    })
    void garbageIsNoticed(String how, String message) throws IOException {
        List<Path> classPath = new ArrayList<>(PlatformJars.in(folder));
        classPath.add(Path.of("target/test-classes").toAbsolutePath());
        WorkerPack pack = new WorkerPack("hostile", "1.0.0", List.of(Files.writeString(folder.resolve("how"), how)));
        ChildCommand command = new ChildCommand(pack, LIMITS, HostileChild.class.getName(), classPath);
        assertThatThrownBy(() -> new Supervisor(pack, LIMITS, command, folder.resolve("work"), status -> { }).close())
                .isInstanceOf(IOException.class).hasMessageContaining("the worker of hostile 1.0.0 is gone").hasMessageContaining(message);
        await().until(() -> ProcessHandle.current().children().filter(ProcessHandle::isAlive)
                .noneMatch(child -> child.info().commandLine().orElse("").contains(HostileChild.class.getName())));
    }
}
