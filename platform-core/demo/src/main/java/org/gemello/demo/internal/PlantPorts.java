package org.gemello.demo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The ports of a plant and whether it is to run, kept over restarts: the connections of the site name these ports. */
final class PlantPorts {
    private static final String RUNNING = "running";
    private final Path file;
    private final Properties kept = new Properties();

    PlantPorts(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                kept.load(in);
            }
        }
    }

    boolean shallRun() {
        return Boolean.parseBoolean(kept.getProperty(RUNNING));
    }

    void shallRun(boolean running) throws IOException {
        kept.setProperty(RUNNING, Boolean.toString(running));
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            kept.store(out, "demo plant");
        }
    }

    /** Those of the last time, else those that were asked for, else, where these are taken, any that are free. */
    Map<String, Integer> choose(Map<String, Integer> asked) throws IOException {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> port : asked.entrySet()) {
            String known = kept.getProperty(port.getKey());
            int number = known != null ? Integer.parseInt(known) : free(port.getValue());
            kept.setProperty(port.getKey(), Integer.toString(number));
            chosen.put(port.getKey(), number);
        }
        return chosen;
    }

    private static int free(int asked) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), asked));
            return asked;
        } catch (IOException e) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
