package org.gemello.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lets forces of a child fail with EIO, at the border of the kernel, by {@code strace}. */
final class Strace {
    private Strace() {
    }

    /** False where it is not installed, or may not trace. */
    static boolean isThere() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("strace", "-f", "-o", "/dev/null", "-e", "inject=fsync:error=EIO:when=1", "true")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    /**
     * Some forces of a log fail.
     *
     * @param first number of the first that fails, counted by thread
     * @param count how many in a row
     * @param trace file in which {@link #injected} finds what has failed
     */
    static Fault failingForce(int first, int count, Path trace) {
        return new Fault() {
            @Override
            public List<String> around(List<String> command) {
                List<String> traced = new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-A", "-o", trace.toString(),
                        "-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO:when=" + first + ".." + (first + count - 1)));
                traced.addAll(command);
                return traced;
            }
        };
    }

    /** How many forces have failed under a trace, in all runs. */
    static long injected(Path trace) throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.filter(line -> line.contains("(INJECTED)")).count();
        }
    }
}
