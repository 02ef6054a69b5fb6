package org.gemello.worker.internal.parent;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gemello.worker.WorkerLimits;
import org.gemello.worker.WorkerPack;

/**
 * The command line of a child.
 *
 * @param program  main class
 * @param platform class path of the program
 */
record ChildCommand(WorkerPack pack, WorkerLimits limits, String program, List<Path> platform) {
    /** What a behaviour may see of its surroundings is the same as in the platform's own process. */
    private static final List<String> INHERITED = List.of("user.language", "user.country", "user.variant", "user.timezone",
            "file.encoding");

    /**
     * A process that is not started yet: no environment, nothing but its own folder.
     *
     * @param folder its working directory, and the place for its temporary files
     */
    ProcessBuilder process(Path socket, Path folder) {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heapMegabytes() + "m", "-Xms8m", "-XX:MaxMetaspaceSize=96m", "-XX:ReservedCodeCacheSize=48m",
                "-XX:MaxDirectMemorySize=16m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisableAttachMechanism",
                "-XX:-UsePerfData", "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + folder));
        for (String name : INHERITED) {
            String value = System.getProperty(name);
            if (value != null && !value.isEmpty()) {
                line.add("-D" + name + "=" + value);
            }
        }
        line.addAll(List.of("-cp", platform.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), program,
                socket.toString(), Integer.toString(limits.lanes()), Integer.toString(limits.frameBytes())));
        line.addAll(pack.bundles().stream().map(bundle -> bundle.toAbsolutePath().toString()).toList());
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        return builder;
    }

    /** Why a process ended by itself. */
    String cause(int exit) {
        return switch (exit) {
            case 3 -> "it ran out of its " + limits.heapMegabytes() + " MB of memory";
            case 10 -> "it could not load the pack";
            case 128 + 9 -> "it was killed";
            default -> "it ended with exit code " + exit;
        };
    }
}
