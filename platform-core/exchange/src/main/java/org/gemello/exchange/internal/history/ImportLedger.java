package org.gemello.exchange.internal.history;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gemello.api.job.Jobs.Progress;
import org.gemello.exchange.internal.Sha256;

/**
 * Which contents were imported, by SHA-256: one line is added for each. It also lets one import run at a time and knows up to which
 * offset of the log imports have written. Safe for use by many threads.
 */
final class ImportLedger {
    private final Path file;
    private final Map<String, Instant> imported = new HashMap<>();
    private final Semaphore turn = new Semaphore(1);
    private volatile long written;

    /**
     * @param written up to where an import before the last restart may have written
     * @throws IOException where it cannot be read
     */
    ImportLedger(Path file, long written) throws IOException {
        this.file = file;
        this.written = written;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] parts = line.split(" ");
                if (parts.length == 2 && parts[0].length() == 64 && parts[1].endsWith("Z")) { // else a crash has cut the line short
                    imported.put(parts[0], Instant.parse(parts[1]));
                }
            }
        }
    }

    /** Waits until no other import runs; {@link #leave} must follow. */
    void enter(Progress progress) throws InterruptedException {
        while (!turn.tryAcquire(200, TimeUnit.MILLISECONDS)) {
            progress.at(0, "waits for another import");
            progress.checkCancelled();
        }
    }

    void leave() {
        turn.release();
    }

    /** When this content was imported. */
    synchronized Optional<Instant> imported(String hash) {
        return Optional.ofNullable(imported.get(hash));
    }

    /** Remembers a content; on disk when this returns. */
    synchronized void done(String hash, Instant time) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(("\n" + hash + " " + time + "\n").getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        imported.put(hash, time);
    }

    /** Offset of the log up to which imports have written. */
    long written() {
        return written;
    }

    void wrote(long upTo) {
        written = Math.max(written, upTo);
    }

    /** @param how the file is read, where there is more than one way */
    static String hash(Path file, String how, Progress progress) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            while (in.read(buffer) >= 0) {
                progress.checkCancelled();
            }
        }
        digest.update(how.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
