package org.gemello.testkit.mqtt;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Eclipse Mosquitto as a process of its own, found in the folder named by the system property {@code gemello.mosquitto}, in
 * {@code PATH} or in {@code /usr/sbin}. Its files are in the given folder; sessions survive a restart.
 */
public final class Mosquitto implements TestBroker {
    private final Path program;
    private final Path folder;
    private final int port = FreePort.find();
    private final List<String> extra = new ArrayList<>();
    private volatile Process process;

    private Mosquitto(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The program, empty where this machine has none. */
    public static Optional<Path> program() {
        Stream<String> folders = Stream.of(System.getProperty("gemello.mosquitto", ""),
                System.getenv().getOrDefault("PATH", ""), "/usr/sbin");
        return folders.flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(path -> !path.isBlank())
                .map(path -> Path.of(path, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * A broker, not yet started.
     *
     * @param folder an empty folder for configuration, sessions and log
     * @throws IllegalStateException where the program is not on this machine
     */
    public static Mosquitto in(Path folder) {
        Path program = program().orElseThrow(() -> new IllegalStateException(
                "mosquitto is not on this machine: apt-get install mosquitto, or name its folder with -Dgemello.mosquitto=..."));
        Mosquitto broker = new Mosquitto(program, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::kill, "mosquitto-at-exit")); // a test that is stopped leaves nothing behind
        return broker;
    }

    /** Adds lines to the configuration, such as certificates for TLS. */
    public Mosquitto with(String... lines) {
        extra.addAll(List.of(lines));
        return this;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public boolean speaksVersion5() {
        return true;
    }

    @Override
    public boolean keepsSessions() {
        return true;
    }

    @Override
    public void start() {
        try {
            Path configuration = folder.resolve("mosquitto.conf");
            List<String> lines = new ArrayList<>(List.of("persistence true", "persistence_location " + folder.toAbsolutePath() + "/",
                    "max_queued_messages 0", "listener " + port + " 127.0.0.1", "allow_anonymous true"));
            if (System.getProperty("user.name").equals("root")) {
                lines.add(0, "user root"); // else it drops to a user that may not write to the folder
            }
            lines.addAll(extra);
            Files.write(configuration, lines);
            process = new ProcessBuilder(program.toString(), "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("mosquitto.log").toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException("mosquitto does not start", e);
        }
        FreePort.awaitListening(port);
    }

    @Override
    public void stop() {
        end(false);
    }

    /** Ends the process at once, as a crash would; what it had not written is gone. */
    public void kill() {
        end(true);
    }

    private void end(boolean atOnce) {
        if (process == null) {
            return;
        }
        if (atOnce) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        process = null;
    }
}
