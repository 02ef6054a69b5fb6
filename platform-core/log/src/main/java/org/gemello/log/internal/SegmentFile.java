package org.gemello.log.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file of the segment being written; an interface so that a test can have a disk that fails. */
interface SegmentFile extends Closeable {

    /** Makes the file, which must not exist yet. */
    @FunctionalInterface
    interface Maker {
        SegmentFile make(Path path) throws IOException;
    }

    /** Writes all of the buffer at the end. */
    void write(ByteBuffer bytes) throws IOException;

    /** Returns when everything written is on disk. */
    void force() throws IOException;

    /** Cuts off everything from there on. */
    void truncate(long bytes) throws IOException;

    static SegmentFile make(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new SegmentFile() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void truncate(long bytes) throws IOException {
                channel.truncate(bytes);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
