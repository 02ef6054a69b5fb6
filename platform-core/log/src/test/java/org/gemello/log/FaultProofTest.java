package org.gemello.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

@Timeout(180)
class FaultProofTest {
    @TempDir
    Path directory;

    @Test
    void nothingAcknowledgedIsLostWhenForcesFailInTheKernelAndTheProcessIsKilled() throws Exception {
        assumeTrue(Strace.isThere(), "SKIPPED: strace is not installed or may not trace (Debian: apt-get install strace)");
        KillProof proof = new KillProof(directory.resolve("log"));
        Path trace = directory.resolve("trace");
        for (int round = 1; round <= 4; round++) {
            assertThat(proof.run(1, Strace.failingForce(1 + round, round, trace))).isEmpty();
        }
        assertThat(proof.acknowledged()).isPositive();
        assertThat(Strace.injected(trace)).as("forces that have failed").isPositive();
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheDiskFillsUpAndTheProcessIsKilled() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("small"))) {
            KillProof proof = new KillProof(disk.folder().resolve("log"));
            assertThat(proof.run(3, disk.fillAndEmpty(new Random(1)))).isEmpty();
            assertThat(proof.acknowledged()).isPositive();
        } catch (SmallDisk.NotAllowedException e) {
            throw new TestAbortedException("SKIPPED: " + e.getMessage());
        }
    }
}
