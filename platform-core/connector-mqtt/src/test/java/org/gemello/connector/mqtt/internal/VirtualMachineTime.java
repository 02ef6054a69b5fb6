package org.gemello.connector.mqtt.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time of the threads with which the virtual machine compiles and collects; Linux alone tells it. */
final class VirtualMachineTime {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final List<String> NAMES = List.of("C1 ", "C2 ", "GC ", "G1 ", "VM ", "Sweeper");

    private VirtualMachineTime() {
    }

    /** Nanoseconds since the start, 0 where it is not told. */
    static long nanos() throws IOException {
        if (!Files.isDirectory(TASKS)) {
            return 0;
        }
        long sum = 0;
        try (Stream<Path> tasks = Files.list(TASKS)) {
            for (Path task : tasks.toList()) {
                sum += nanos(task);
            }
        }
        return sum;
    }

    private static long nanos(Path task) {
        try {
            String name = Files.readString(task.resolve("comm"));
            return NAMES.stream().noneMatch(name::startsWith) ? 0
                    : Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
        } catch (IOException e) {
            return 0; // it has ended meanwhile
        }
    }
}
