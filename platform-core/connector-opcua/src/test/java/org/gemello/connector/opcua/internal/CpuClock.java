package org.gemello.connector.opcua.internal;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time of this process, and how much of it was the just-in-time compiler's. That is read from {@code /proc}, so this works on Linux,
 * and only where the compiler's threads live as long as the process ({@code -XX:-UseDynamicNumberOfCompilerThreads}).
 */
final class CpuClock {
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuClock() {
    }

    /** Nanoseconds of all threads. */
    static long all() {
        return SYSTEM.getProcessCpuTime();
    }

    /** Nanoseconds of the compiler's threads. */
    static long compiler() throws IOException {
        List<Path> threads;
        try (Stream<Path> found = Files.list(THREADS)) {
            threads = found.toList();
        }
        long nanos = 0;
        for (Path thread : threads) {
            nanos += ofCompiler(thread);
        }
        return nanos;
    }

    private static long ofCompiler(Path thread) throws IOException {
        try {
            String name = Files.readString(thread.resolve("comm"));
            boolean compiles = name.startsWith("C1 Comp") || name.startsWith("C2 Comp");
            return compiles ? Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]) : 0;
        } catch (NoSuchFileException e) {
            return 0; // another thread has just ended
        }
    }
}
