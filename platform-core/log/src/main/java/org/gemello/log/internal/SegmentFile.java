package org.gemello.log.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file of the segment being written; an interface so that a test can have a disk that fails. */
interface SegmentFile extends Closeable {
    /**
     * Writes end on multiples of this: the page cache takes its memory in blocks as large as a write. Blocks up to this size the
     * kernel has at hand, in use a moment ago. Larger ones come from memory long free, which a virtual machine may have given
     * back to its host: to get it again costs ten times as much as to write to it, see docs/measurements.md.
     */
    int PIECE = 32 << 10;

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
            private long at;

            @Override
            public void write(ByteBuffer bytes) throws IOException {
                int end = bytes.limit();
                while (bytes.position() < end) {
                    bytes.limit(Math.min(end, bytes.position() + PIECE - (int) (at % PIECE)));
                    at += channel.write(bytes);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void truncate(long bytes) throws IOException {
                channel.truncate(bytes);
                at = bytes;
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
