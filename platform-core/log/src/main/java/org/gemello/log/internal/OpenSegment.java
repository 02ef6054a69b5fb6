package org.gemello.log.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.gemello.api.Times;

/** A segment together with the file through which it is written. */
final class OpenSegment implements Closeable {
    private final Segment segment;
    private final SegmentFile file;
    private long written;

    private OpenSegment(Segment segment, SegmentFile file) {
        this.segment = segment;
        this.file = file;
    }

    /** Makes the file with its header; its name is on disk when this returns. */
    static OpenSegment begin(Path directory, long first, SegmentFile.Maker maker) throws IOException {
        Segment segment = new Segment(directory, first);
        OpenSegment open = new OpenSegment(segment, maker.make(segment.path()));
        boolean begun = false;
        try {
            open.write(SegmentHeader.bytes(first, Times.now()));
            DurableFiles.forceDirectory(directory);
            begun = true;
            return open;
        } finally {
            if (!begun) {
                open.close();
            }
        }
    }

    Segment segment() {
        return segment;
    }

    void write(ByteBuffer bytes) throws IOException {
        written += bytes.remaining();
        file.write(bytes);
    }

    /** Bytes written so far. */
    long written() {
        return written;
    }

    void force() throws IOException {
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
