package org.gemello.tools;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A demo plant in a process of its own, and the configuration that leads a platform to it. */
public final class Plant implements AutoCloseable {
    private final int opcUaPort = Platform.freePort();
    private final int mqttPort;
    private final Process process;

    /** A plant with a broker of its own. */
    public Plant(Path home, Path folder, String... options) throws IOException, InterruptedException, TimeoutException {
        this(home, folder, Platform.freePort(), true, options);
    }

    /**
     * A plant, started and ready.
     *
     * @param home      the distribution that it comes with
     * @param folder    for its output
     * @param mqttPort  port of the broker on this machine
     * @param ownBroker true where the plant is to start the broker, false where it runs already
     * @param options   further options of the demo plant
     */
    public Plant(Path home, Path folder, int mqttPort, boolean ownBroker, String... options) throws IOException, InterruptedException, TimeoutException {
        this.mqttPort = mqttPort;
        Path output = folder.resolve("plant.txt");
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx160m", "-XX:+UseSerialGC",
                "-cp", home.resolve("tools/lib") + "/*", "org.gemello.energy.plant.DemoPlant", "--opcua-port", Integer.toString(opcUaPort),
                "--broker-port", Integer.toString(ownBroker ? mqttPort : 0), "--mqtt", "tcp://127.0.0.1:" + mqttPort));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!Files.readString(output).contains("demo plant ready")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new TimeoutException("the demo plant is not ready: " + Files.readString(output));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    /** Port of the plant's OPC UA server. */
    public int opcUaPort() {
        return opcUaPort;
    }

    /** The demo's configuration with the ports of this plant, copied to {@code folder}. */
    public Path configure(Path home, Path folder) throws IOException {
        Path from = home.resolve("demo/config");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(from.relativize(file).toString().replace(File.separatorChar, '/'));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                    Files.writeString(to, Files.readString(to).replace(":4840", ":" + opcUaPort).replace(":1883", ":" + mqttPort));
                }
            }
        }
        return folder;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly()).join();
    }
}
