package org.gemello.gpack.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gemello.gpack.Limits;

/**
 * The bytes of one entry, counted as they come: it stops in the middle where a limit is passed, and at the end compares size and CRC with
 * what the headers claimed.
 */
final class InflatedStream extends InputStream {
    private static final int RATIO_FROM = 1 << 20;
    private static final int BUFFER = 16 << 10;
    private final String archive;
    private final ByteSource source;
    private final ZipEntryHeader entry;
    private final Limits limits;
    private final Inflater inflater;
    private final CRC32 crc = new CRC32();
    private final byte[] compressed = new byte[BUFFER];
    private int waiting;
    private int next;
    private long taken;
    private long given;

    InflatedStream(String archive, ByteSource source, ZipEntryHeader entry, Limits limits) {
        this.archive = archive;
        this.source = source;
        this.entry = entry;
        this.limits = limits;
        this.inflater = entry.stored() ? null : new Inflater(true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = entry.stored() ? copy(into, offset, length) : inflate(into, offset, length);
        if (count < 0) {
            checkEnd();
            return -1;
        }
        given += count;
        crc.update(into, offset, count);
        checkLimits();
        return count;
    }

    private int copy(byte[] into, int offset, int length) throws IOException {
        if (next == waiting && !fill()) {
            return -1;
        }
        int count = Math.min(length, waiting - next);
        System.arraycopy(compressed, next, into, offset, count);
        next += count;
        return count;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(into, offset, length);
                if (count > 0) {
                    return count;
                } else if (inflater.finished()) {
                    return -1;
                } else if (inflater.needsDictionary() || !fill()) {
                    throw refused("is cut off");
                }
                inflater.setInput(compressed, 0, waiting);
            }
        } catch (DataFormatException e) {
            throw new RefusedIOException(text("is damaged: " + e.getMessage()), e);
        }
    }

    private boolean fill() throws IOException {
        waiting = (int) Math.min(compressed.length, entry.compressed() - taken);
        next = 0;
        source.read(entry.data() + taken, compressed, waiting);
        taken += waiting;
        return waiting > 0;
    }

    private void checkLimits() throws IOException {
        if (given > limits.entryBytes()) {
            throw refused("grows beyond " + limits.entryBytes() + " bytes");
        } else if (given > RATIO_FROM && given / limits.ratio() > entry.compressed()) {
            throw refused("grows to more than " + limits.ratio() + " times its compressed size: a zip bomb");
        } else if (given > entry.claimed()) {
            throw refused("is larger than the " + entry.claimed() + " bytes that its header claims");
        }
    }

    private void checkEnd() throws IOException {
        boolean left = inflater != null && (taken < entry.compressed() || inflater.getRemaining() > 0);
        if (given != entry.claimed() || left) {
            throw refused("has another size than its header claims");
        } else if (crc.getValue() != entry.crc()) {
            throw refused("is damaged: its CRC-32 is another one than its header claims");
        }
    }

    private RefusedIOException refused(String text) {
        return new RefusedIOException(text(text), null);
    }

    private String text(String text) {
        return archive + ": the entry " + Quoted.name(entry.name()) + " " + text;
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
    }
}
