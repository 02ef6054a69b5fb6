package org.gemello.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A file system in memory, small, which can be filled up. Only root may mount one. */
final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTES = 160;
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Nobody but root may mount, and in some containers not even root. */
    static final class NotAllowedException extends Exception {
        private static final long serialVersionUID = 1L;

        NotAllowedException(String message) {
            super(message);
        }
    }

    /** @throws NotAllowedException where this user may not mount */
    static SmallDisk mount(Path folder) throws IOException, InterruptedException, NotAllowedException {
        Files.createDirectories(folder);
        if (!succeeds("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", folder.toString())) {
            throw new NotAllowedException("a small file system cannot be mounted here; run it as root");
        }
        return new SmallDisk(folder);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    Path folder() {
        return folder;
    }

    /** Takes all that is left of the disk for a moment, and gives it back. */
    Fault fillAndEmpty(Random random) {
        return new Fault() {
            @Override
            public void strike() throws IOException, InterruptedException {
                fill();
                TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(500));
                empty();
            }
        };
    }

    void fill() throws IOException {
        byte[] block = new byte[64 << 10];
        try (var out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!e.toString().contains("No space left")) {
                throw e;
            }
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!succeeds("umount", folder.toString())) {
            throw new IOException("cannot unmount " + folder);
        }
    }
}
