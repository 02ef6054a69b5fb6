package org.gemello.demo.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plant's program as a child of the platform. Its standard input is a pipe that closes with the platform, however that ends: then it ends, too. */
final class PlantProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PlantProcess.class);
    private static final int READY_SECONDS = 60;
    private static final int STOP_SECONDS = 10;
    private static final int REMEMBERED = 5;
    private final String id;
    private final String ready;
    private final Process process;
    private final CountDownLatch said = new CountDownLatch(1);
    private final Deque<String> last = new ArrayDeque<>();

    /** @param classPath as for {@code java -cp} */
    PlantProcess(PlantDescription plant, String classPath, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
                "-cp", classPath, plant.main()));
        command.addAll(arguments);
        this.id = plant.id();
        this.ready = plant.ready();
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "demo-plant-" + id);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.debug("demo plant {}: {}", id, line);
                remember(line);
                if (line.startsWith(ready)) {
                    said.countDown();
                }
            }
        } catch (IOException e) {
            LOG.debug("the output of demo plant {} ended: {}", id, e.toString());
        }
    }

    private synchronized void remember(String line) {
        last.addLast(line);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    private synchronized String remembered() {
        return String.join("\n", last);
    }

    /** @throws IOException where it ends before it is ready, or is not ready after a minute */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!said.await(100, TimeUnit.MILLISECONDS)) {
            if (!process.isAlive()) {
                throw new IOException("demo plant " + id + " ended with exit code " + process.exitValue() + ": " + remembered());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("demo plant " + id + " was not ready after " + READY_SECONDS + " s: " + remembered());
            }
        }
    }

    /** True once it can be connected to, until it ends. */
    boolean isReady() {
        return said.getCount() == 0 && process.isAlive();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
