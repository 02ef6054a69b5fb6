package org.gemello.testkit.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk that is full for this process alone: the kernel refuses to make any file longer than a limit (RLIMIT_FSIZE), as it does on a disk without room.
 * Closed, there is room again.
 */
public final class FullDisk implements AutoCloseable {
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    private FullDisk(long bytes) throws IOException, InterruptedException {
        limit(Long.toString(bytes));
    }

    /**
     * Skips the test, but not in silence, where there is no {@code prlimit}.
     *
     * @param what of the product is not tested then
     */
    public static void orSkip(String what) {
        Assumptions.assumeTrue(Files.isExecutable(PRLIMIT), "NOT TESTED: " + what + " on a full disk. There is no " + PRLIMIT + " on this machine");
    }

    /** No file can become longer from now on. */
    public static FullDisk at(long bytes) throws IOException, InterruptedException {
        return new FullDisk(bytes);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        limit("unlimited");
    }

    private static void limit(String bytes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(PRLIMIT.toString(), "--pid", Long.toString(ProcessHandle.current().pid()), "--fsize=" + bytes + ":").start();
        if (process.waitFor() != 0) {
            throw new IOException("prlimit: " + new String(process.getErrorStream().readAllBytes()));
        }
    }
}
