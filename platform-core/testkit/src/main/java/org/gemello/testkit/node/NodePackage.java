package org.gemello.testkit.node;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Scripts with the packages that they need, installed as their {@code package-lock.json} says. */
public final class NodePackage {
    private static final long INSTALL_SECONDS = 180;
    private final Path folder;

    private NodePackage(Path folder) {
        this.folder = folder;
    }

    /**
     * Installs what is not yet installed. The test is skipped, but not in silence, where there is no Node.js or the packages cannot be
     * fetched.
     *
     * @param what    of the product is not tested then
     * @param sources folder with the scripts, {@code package.json} and {@code package-lock.json}
     * @param target  folder to install into
     */
    public static NodePackage orSkip(String what, Path sources, Path target) throws IOException, InterruptedException {
        if (!isThere("node") || !isThere("npm")) {
            skip(what, "node or npm is not on this machine");
        } else if (!install(sources, target)) {
            skip(what, "'npm ci' failed; see " + target.resolve("npm.log").toAbsolutePath());
        }
        return new NodePackage(target);
    }

    private static void skip(String what, String why) {
        String loud = "NOT TESTED: " + what + ". " + why;
        System.err.println("*".repeat(loud.length()) + '\n' + loud + '\n' + "*".repeat(loud.length()));
        Assumptions.abort(loud);
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Once for each state of the lock file, also where several test processes want it at the same time. */
    private static synchronized boolean install(Path sources, Path target) throws IOException, InterruptedException {
        Files.createDirectories(target);
        try (FileChannel mine = FileChannel.open(target.resolve("installing"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            mine.lock();
            Path done = target.resolve("installed");
            boolean current = Files.exists(done) && isSame(sources.resolve("package-lock.json"), target.resolve("package-lock.json"));
            try (Stream<Path> files = Files.list(sources)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = target.resolve(file.getFileName());
                    if (!isSame(file, copy)) {
                        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            if (!current) {
                Files.deleteIfExists(done);
                if (!install(target)) {
                    return false;
                }
                Files.createFile(done);
            }
            return true;
        }
    }

    private static boolean isSame(Path source, Path copy) throws IOException {
        return Files.exists(copy) && Files.mismatch(source, copy) < 0;
    }

    private static boolean install(Path target) throws IOException, InterruptedException {
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund").directory(target.toFile())
                .redirectErrorStream(true).redirectOutput(target.resolve("npm.log").toFile()).start();
        if (!npm.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
            npm.destroyForcibly();
            return false;
        }
        return npm.exitValue() == 0;
    }

    /** Runs a script. What it writes to its standard error is in a file of the script's name, {@code .log}, beside it. */
    public NodeProcess start(String script, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", script));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        Path log = folder.resolve(script + ".log");
        Process process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        return new NodeProcess(process, log);
    }
}
