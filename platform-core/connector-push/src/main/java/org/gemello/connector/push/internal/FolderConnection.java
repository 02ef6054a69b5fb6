package org.gemello.connector.push.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gemello.api.PointId;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.connection.WriteResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An input of kind {@code folder}: looks twice a second for files that have settled, reads them in the order of their names, and moves
 * each to {@code done/} or {@code failed/}. It looks itself, because file events do not come over network shares.
 */
final class FolderConnection implements Input {
    private static final Logger LOG = LoggerFactory.getLogger(FolderConnection.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int KEPT_OF_A_FAILED_FILE = 4_096;
    private final String name;
    private final FolderSettings settings;
    private final InputServices services;
    private final InputFigures figures;
    private final FileReading reading;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<FileMark, Instant> seen = new HashMap<>();
    private final Thread thread;

    FolderConnection(String name, FolderSettings settings, InputServices services, InputFigures figures, FileReading reading) {
        this.name = name;
        this.settings = settings;
        this.services = services;
        this.figures = figures;
        this.reading = reading;
        thread = new Thread(this::run, "gemello-folder-" + name);
        thread.setDaemon(true);
    }

    FolderConnection start() {
        thread.start();
        return this;
    }

    private void run() {
        try {
            while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("connection {}: stopped while reading a file; it is read on at the next start", name);
        }
    }

    private void look() throws InterruptedException {
        try {
            for (Path file : settled()) {
                read(file);
            }
            figures.state(ConnectionState.CONNECTED, "");
        } catch (IOException | UncheckedIOException e) {
            figures.state(ConnectionState.DISCONNECTED, settings.folder() + " cannot be read: " + e);
        }
    }

    private List<Path> settled() throws IOException {
        Files.createDirectories(settings.folder());
        Map<FileMark, Path> present = new HashMap<>();
        try (Stream<Path> files = Files.list(settings.folder())) {
            for (Path file : files.filter(this::isWanted).toList()) {
                present.put(FileMark.of(file), file);
            }
        }
        seen.keySet().retainAll(present.keySet());
        Instant now = Instant.now();
        present.keySet().forEach(mark -> seen.putIfAbsent(mark, now));
        return present.keySet().stream().filter(mark -> !seen.get(mark).plus(settings.settle()).isAfter(now)).map(present::get).sorted().toList();
    }

    /** Links are passed over: they could lead to what is not meant to be read. */
    private boolean isWanted(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.getFileName().toString().startsWith(".")
                && settings.pattern().matches(file.getFileName());
    }

    private void read(Path file) throws IOException, InterruptedException {
        int troubled;
        try {
            troubled = reading.read(file);
        } catch (IOException e) {
            if (closing.getCount() == 0) {
                throw new InterruptedException(); // the interrupt has closed the file under the reader
            }
            LOG.error("connection {}: {} is not stored to its end: {}", name, file.getFileName(), e.getMessage());
            figures.refused();
            services.deadLetters().add(name, file.getFileName().toString(), beginning(file), e.getMessage() + "; the file is in failed/");
            move(file, "failed");
            return;
        }
        if (settings.delete() && troubled == 0) {
            Files.delete(file);
        } else {
            move(file, "done");
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(KEPT_OF_A_FAILED_FILE);
        }
    }

    private void move(Path file, String where) throws IOException {
        Path folder = Files.createDirectories(settings.folder().resolve(where));
        Path target = folder.resolve(file.getFileName());
        for (int number = 2; Files.exists(target); number++) {
            target = folder.resolve(number + "-" + file.getFileName());
        }
        Files.move(file, target);
    }

    @Override
    public ConnectionView view() {
        return figures.view();
    }

    @Override
    public CompletableFuture<WriteResult> write(PointId point, double value, Instant deadline, TraceId trace) {
        return CompletableFuture.completedFuture(new WriteResult(WriteResult.Outcome.REJECTED,
                "connection " + name + " only reads files, nothing can be written through it"));
    }

    /** Ends within a batch: the journal knows which. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
