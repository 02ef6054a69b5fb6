package org.gemello.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A platform of its own for a measurement: the distribution under test, started by its own script, with a data folder of its own. */
public final class Platform implements AutoCloseable {
    /** To become ready, on a machine that does much else. */
    private static final int PATIENCE_SECONDS = 600;
    private final Path home;
    private final Path data;
    private final Path config;
    private final int httpPort = freePort();
    private final int httpsPort = freePort();
    private final int sshPort = freePort();
    private final ApiClient api;
    private final StringBuilder properties = new StringBuilder();
    private String heap = "384m";

    /**
     * @param home   the distribution
     * @param data   its data folder
     * @param config its configuration folder
     */
    public Platform(Path home, Path data, Path config) throws IOException {
        this.home = home;
        this.data = data;
        this.config = config;
        this.api = new ApiClient(url() + "/api/v1", "admin", data.resolve("secrets/admin-password"));
    }

    /** Largest heap, such as {@code 512m}; before it is started. */
    public Platform heap(String size) {
        heap = size;
        return this;
    }

    /** A system property, without blanks; before it is started. */
    public Platform property(String name, String value) {
        properties.append(" -D").append(name).append('=').append(value);
        return this;
    }

    /** A port of this machine that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Starts it and waits until it is ready. */
    public void start() throws IOException, InterruptedException {
        script("start");
    }

    /** Stops it and waits until it has gone. */
    public void stop() throws IOException, InterruptedException {
        script("stop");
    }

    /**
     * Runs the script with these arguments.
     *
     * @return what it printed
     * @throws IOException where it ends with another code than 0, with what it printed
     */
    public String script(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(data.getParent(), "gemello-" + arguments[0], ".txt");
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/gemello").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("GEMELLO_DATA", data.toString());
        builder.environment().put("GEMELLO_HEAP", heap);
        builder.environment().put("GEMELLO_PATIENCE", Integer.toString(PATIENCE_SECONDS));
        builder.environment().put("GEMELLO_JAVA_OPTS", properties.toString());
        builder.environment().put("GEMELLO_CONFIG", config.toString());
        builder.environment().put("GEMELLO_HTTP_PORT", Integer.toString(httpPort));
        builder.environment().put("GEMELLO_HTTPS_PORT", Integer.toString(httpsPort));
        builder.environment().put("GEMELLO_SSH_PORT", Integer.toString(sshPort));
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException("gemello " + arguments[0] + " ended with " + code + ": " + Files.readString(output));
        }
        return Files.readString(output);
    }

    /** Its process id. */
    public long pid() throws IOException {
        return Long.parseLong(Files.readString(data.resolve("gemello.pid")).trim());
    }

    /** Resident memory in MB, as the kernel counts it. */
    public long residentMegabytes() throws IOException {
        return ProcessLoad.residentMegabytes(pid());
    }

    /** Kills it as a crash or a power cut would. */
    public void kill() throws IOException, InterruptedException {
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** GET below {@code /api/v1} as administrator. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return api.call("GET", path);
    }

    /** Where its console and API are. */
    public String url() {
        return "http://127.0.0.1:" + httpPort;
    }

    /** Its API, as administrator. */
    public ApiClient api() {
        return api;
    }

    /** Listens to the new samples of a twin until the listener says false. */
    void events(String twin, Predicate<JsonNode> listener) throws IOException, InterruptedException {
        try (Stream<String> lines = api.lines("/events?twin=" + twin).body()) {
            boolean samples = false;
            for (Iterator<String> each = lines.iterator(); each.hasNext();) {
                String line = each.next();
                if (line.startsWith("event: ")) {
                    samples = line.equals("event: samples");
                } else if (samples && line.startsWith("data: ") && !listener.test(api.parse(line.substring(6)))) {
                    return;
                }
            }
        }
    }

    /** A shell of it, as administrator. */
    public ShellClient shell() throws IOException {
        return new ShellClient(sshPort, data.resolve("secrets/admin-password"));
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(data.resolve("gemello.pid"))) {
            try {
                stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Removes a folder with all that is in it. */
    public static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
