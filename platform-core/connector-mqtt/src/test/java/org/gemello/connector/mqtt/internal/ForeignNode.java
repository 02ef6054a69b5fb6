package org.gemello.connector.mqtt.internal;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** An edge node of another make: Eclipse Tahu's {@code sparkplug-client} under Node.js, a process of its own. */
final class ForeignNode implements AutoCloseable {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/sparkplug-peer");
    private static final long INSTALL_SECONDS = 180;
    private final Process process;
    private final BufferedWriter commands;

    private ForeignNode(Process process) {
        this.process = process;
        commands = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Skips, but not in silence, where there is no Node.js or its packages cannot be fetched. */
    static void orSkip() throws IOException, InterruptedException {
        if (!isThere("node") || !isThere("npm")) {
            skip("node or npm is not on this machine");
        } else if (!install()) {
            skip("'npm ci' failed; see " + INSTALLED.resolve("npm.log").toAbsolutePath());
        }
    }

    private static void skip(String why) {
        String loud = "NOT TESTED: Sparkplug with a foreign edge node. " + why;
        System.err.println("*".repeat(loud.length()) + '\n' + loud + '\n' + "*".repeat(loud.length()));
        Assumptions.abort(loud);
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Once for each state of the lock file. */
    private static boolean install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        Path lock = INSTALLED.resolve("package-lock.json");
        Path done = INSTALLED.resolve("installed");
        boolean current = Files.exists(done) && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
        for (String file : List.of("package.json", "package-lock.json", "edge-node.js")) {
            Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!current) {
            Files.deleteIfExists(done);
            Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund").directory(INSTALLED.toFile())
                    .redirectErrorStream(true).redirectOutput(INSTALLED.resolve("npm.log").toFile()).start();
            if (!npm.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
                npm.destroyForcibly();
                return false;
            } else if (npm.exitValue() != 0) {
                return false;
            }
            Files.createFile(done);
        }
        return true;
    }

    static ForeignNode start(String broker) throws IOException {
        return new ForeignNode(new ProcessBuilder("node", "edge-node.js", broker).directory(INSTALLED.toFile()).redirectErrorStream(true)
                .redirectOutput(INSTALLED.resolve("edge-node.log").toFile()).start());
    }

    /** A line that it understands; see {@code edge-node.js}. */
    void tell(String command) throws IOException {
        commands.write(command);
        commands.newLine();
        commands.flush();
    }

    /** Ends it at once, as a loss of power would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
