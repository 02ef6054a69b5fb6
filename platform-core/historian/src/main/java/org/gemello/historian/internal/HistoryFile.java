package org.gemello.historian.internal;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A closed history file and those who read it: what is to become of it once it is out of use happens when the last reader has
 * left, so a file never vanishes under a reader.
 */
final class HistoryFile {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);
    private static final int BUFFER = 1 << 16;
    private final Path path;
    private final FileName name;
    private final long bytes;
    private int readers;
    private Disposal disposal;
    /** What was found out about the file, which never changes. */
    private volatile boolean withoutGaps;
    private volatile SoftReference<ReceivedTimes> receptions = new SoftReference<>(null);
    private volatile SoftReference<SpillIndex> spillIndex = new SoftReference<>(null);

    /** What becomes of a file out of use. */
    interface Disposal {
        void dispose(Path path) throws IOException;
    }

    HistoryFile(Path path, FileName name) throws IOException {
        this.path = path;
        this.name = name;
        this.bytes = Files.size(path);
    }

    Path path() {
        return path;
    }

    FileName name() {
        return name;
    }

    long bytes() {
        return bytes;
    }

    /** True where the file is known to have no gaps of any point. */
    boolean isWithoutGaps() {
        return withoutGaps;
    }

    void markWithoutGaps() {
        withoutGaps = true;
    }

    /** When its samples were received, as long as there is memory for it; else null. */
    ReceivedTimes receptions() {
        return receptions.get();
    }

    void remember(ReceivedTimes times) {
        receptions = new SoftReference<>(times);
    }

    /** Where its blocks are, for a spill file, as long as there is memory for it; else null. */
    SpillIndex spillIndex() {
        return spillIndex.get();
    }

    void remember(SpillIndex index) {
        spillIndex = new SoftReference<>(index);
    }

    synchronized void enter() {
        readers++;
    }

    synchronized void leave() {
        readers--;
        disposeIfUnread();
    }

    /** Takes the file out of use. */
    synchronized void retire(Disposal what) {
        disposal = what;
        disposeIfUnread();
    }

    private void disposeIfUnread() {
        if (readers == 0 && disposal != null) {
            try {
                disposal.dispose(path);
            } catch (IOException e) {
                LOG.error("history: {} is out of use but cannot be moved away; the next start tries again", path, e);
            }
        }
    }

    /** Reads the whole file; true where it is as it was written. */
    boolean isIntact() throws IOException {
        CRC32C checksum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (FileChannel channel = FileChannel.open(path)) {
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                checksum.update(buffer);
                buffer.clear();
            }
        }
        return (int) checksum.getValue() == name.checksum();
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
