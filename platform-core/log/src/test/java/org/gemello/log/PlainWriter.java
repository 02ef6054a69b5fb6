package org.gemello.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes bytes to files one after the other and forces them, with nothing else: what the disk and the operating system can do.
 * In pieces of 128 KB, with which this was fastest. Forces once per window, or when as much is waiting as makes the log force.
 */
final class PlainWriter {
    private static final int PIECE = 128 << 10;
    private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
    private final LogOptions options;
    private final int files;

    /**
     * @param record what is written, again and again
     * @param files  so many are kept, the oldest goes
     */
    PlainWriter(byte[] record, LogOptions options, int files) {
        this.options = options;
        this.files = files;
        while (piece.hasRemaining()) {
            piece.put(record, 0, Math.min(record.length, piece.remaining()));
        }
        piece.flip();
    }

    /** Returns how many bytes are on disk at the deadline, by {@link System#nanoTime}. */
    long write(Path folder, long deadline) throws IOException {
        long written = 0;
        for (int file = 0; System.nanoTime() < deadline; file++) {
            Files.deleteIfExists(folder.resolve(Integer.toString(file - files)));
            written += writeFile(folder.resolve(Integer.toString(file)), deadline);
        }
        return written;
    }

    private long writeFile(Path file, long deadline) throws IOException {
        long written = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (written < options.segmentBytes() && System.nanoTime() < deadline) {
                long forceAt = System.nanoTime() + options.window().toNanos();
                long enough = written + options.unsyncedBytes() / 2;
                while (written < enough && System.nanoTime() < forceAt) {
                    written += channel.write(piece.duplicate());
                }
                channel.force(false);
            }
        }
        return written;
    }
}
