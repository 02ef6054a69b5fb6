package org.gemello.tools;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link SiteServer} that runs, and the configuration that leads a platform to it. */
public final class Site implements AutoCloseable {
    private final int units;
    private final int points;
    private final int port = Platform.freePort();
    private final Process process;

    public Site(Path home, Path folder, int units, int points) throws IOException, InterruptedException, TimeoutException {
        this.units = units;
        this.points = points;
        Path output = folder.resolve("site.txt");
        process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-XX:+UseSerialGC", "-cp",
                home.resolve("tools/lib") + "/*", "org.gemello.tools.SiteServer", Integer.toString(port), Integer.toString(units),
                Integer.toString(points)).redirectError(output.toFile()).redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!Files.readString(output).contains(SiteServer.READY)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new TimeoutException("the site is not ready: " + Files.readString(output));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Ticks a second from now on. */
    void rate(int hertz) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((hertz + "\n").getBytes(StandardCharsets.US_ASCII));
        in.flush();
    }

    public static String twin(int unit) {
        return String.format("unit-%03d", unit);
    }

    /**
     * A twin for each unit with a point for each of its variables.
     *
     * @param queueSize values per item that the server keeps while nobody asks
     */
    public Path configure(Path folder, int queueSize) throws IOException {
        StringBuilder twins = new StringBuilder("twins:\n");
        Path bindings = Files.createDirectories(folder.resolve("bindings"));
        for (int unit = 0; unit < units; unit++) {
            twins.append(String.format(Locale.ROOT, "  - {id: %s, type: energy/met-mast, name: Unit %d}%n", twin(unit), unit));
            StringBuilder binding = new StringBuilder(String.format(Locale.ROOT,
                    "connection: site%nbindings:%n  - twin: %s%n    prefix: \"nsu=urn:gemello:testkit;s=\"%n    points:%n", twin(unit)));
            for (int point = 0; point < points; point++) {
                binding.append(String.format(Locale.ROOT, "      - {point: P%03d, node: %s, unit: \"1\"}%n", point, SiteServer.name(unit, point)));
            }
            Files.writeString(bindings.resolve(twin(unit) + ".yaml"), binding);
        }
        Files.writeString(Files.createDirectories(folder.resolve("twins")).resolve("site.yaml"), twins);
        Files.writeString(Files.createDirectories(folder.resolve("connections")).resolve("site.yaml"), "connection: site\nkind: opcua\nendpoint: "
                + "opc.tcp://127.0.0.1:" + port + "/testkit\nsecurity: {policy: none}\nsamplingInterval: 100 ms\npublishingInterval: 250 ms\nqueueSize: "
                + queueSize + "\n");
        return folder;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly()).join();
    }
}
