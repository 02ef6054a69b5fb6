package org.gemello.log.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A segment together with the file through which it is written. */
final class OpenSegment implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSegment.class);
    private final Segment segment;
    private final PointNumbers numbers;
    private final SegmentFile file;
    private long written;
    private boolean named;
    private volatile boolean closed;

    private OpenSegment(Segment segment, PointNumbers numbers, SegmentFile file) {
        this.segment = segment;
        this.numbers = numbers;
        this.file = file;
    }

    /**
     * Makes the file with its header, and the definitions that the first chunk takes for granted. Nothing is left of it where
     * that fails.
     *
     * @param begun see {@link SegmentHeader}
     */
    static OpenSegment begin(Path directory, Chunk first, long begun, SegmentFile.Maker maker) throws IOException {
        Path path = SegmentName.unused(directory, first.first());
        Segment segment = new Segment(path, first.first(), begun, new TimeIndex());
        OpenSegment open = new OpenSegment(segment, first.numbers(), maker.make(path));
        boolean begins = false;
        try {
            open.write(SegmentHeader.bytes(first.first(), begun));
            open.write(first.preamble(begun).bytes());
            begins = true;
            return open;
        } finally {
            if (!begins) {
                open.abandon();
            }
        }
    }

    Segment segment() {
        return segment;
    }

    /** True where a chunk belongs to this segment. */
    boolean takes(Chunk chunk) {
        return numbers == chunk.numbers();
    }

    void write(ByteBuffer bytes) throws IOException {
        long after = written + bytes.remaining();
        file.write(bytes);
        written = after;
    }

    /** Bytes written so far. */
    long written() {
        return written;
    }

    /** Returns when all that was written is on disk, and at the first time the name too. */
    void force() throws IOException {
        file.force();
        if (!named) {
            DurableFiles.forceDirectory(segment.path().getParent());
            named = true;
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        file.close();
    }

    /**
     * Ends a segment of which a write or a force has failed: what it held before stays, the rest is cut off and will be written
     * to another one. Cutting also takes from the memory of the operating system what it may believe to be on disk, and forcing
     * once more rewrites the block that the rest shared with what stays. A file that held nothing goes.
     */
    void abandon() {
        try (this) {
            if (segment.bytes() == 0) {
                Files.delete(segment.path());
            } else {
                file.truncate(segment.bytes());
                file.force();
            }
        } catch (IOException e) {
            LOG.warn("segment {} cannot be put in order, which changes nothing for what it holds: what comes after {} bytes is in the "
                    + "next segment", segment, segment.bytes(), e);
        }
    }
}
