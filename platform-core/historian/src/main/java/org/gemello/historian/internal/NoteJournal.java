package org.gemello.historian.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Corrections and annotations on disk: one file, on disk before the history file of the same part of the log gets
 * its name. Each note carries its offset, so what a crash makes come again from the log is recognised. A frame is length, CRC-32C and
 * bytes of the note, numbers big endian. A torn end is cut off: it comes again from the log.
 */
final class NoteJournal {
    static final String NAME = "notes";
    private static final Logger LOG = LoggerFactory.getLogger(NoteJournal.class);
    private static final int HEADER = 2 * Integer.BYTES;
    private final Path path;
    private long last = -1;
    private long end;

    /** Gives what is there, in the order of the log. */
    NoteJournal(Path folder, Consumer<NoteRow> taker) throws IOException {
        path = folder.resolve(NAME);
        if (Files.exists(path)) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            while (next(bytes, taker)) {
                end = bytes.position();
            }
            if (end < bytes.limit()) {
                Path kept = Files.write(folder.resolve("quarantine").resolve(NAME + "-" + end), rest(bytes));
                LOG.warn("history: {} is damaged from byte {} on; the rest is kept as {} and comes again from the log "
                        + "as far as that is kept", path, end, kept);
            }
        }
    }

    private byte[] rest(ByteBuffer bytes) {
        byte[] rest = new byte[bytes.limit() - (int) end];
        bytes.position((int) end).get(rest);
        return rest;
    }

    private boolean next(ByteBuffer bytes, Consumer<NoteRow> taker) throws IOException {
        if (bytes.remaining() < HEADER) {
            return false;
        }
        int length = bytes.getInt();
        int checksum = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            return false;
        }
        byte[] content = new byte[length];
        bytes.get(content);
        if (checksum(content) != checksum) {
            return false;
        }
        NoteRow note = NoteCodec.decode(content);
        last = note.offset();
        taker.accept(note);
        return true;
    }

    private static int checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return (int) checksum.getValue();
    }

    /**
     * Adds what is not there yet; on disk when this returns. The file is written anew each time and takes the place of the old one: after a
     * failed sync the state of a file is unknown, and it is small.
     */
    void append(List<NoteRow> notes) throws IOException {
        List<NoteRow> fresh = notes.stream().filter(note -> note.offset() > last).toList();
        if (fresh.isEmpty()) {
            return;
        }
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (NoteRow note : fresh) {
            byte[] content = NoteCodec.encode(note);
            frames.write(ByteBuffer.allocate(HEADER).putInt(content.length).putInt(checksum(content)).array());
            frames.write(content);
        }
        Path written = path.resolveSibling(NAME + FileStore.UNFINISHED);
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            copyOld(channel);
            ByteBuffer bytes = ByteBuffer.wrap(frames.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
        end += frames.size();
        last = fresh.get(fresh.size() - 1).offset();
    }

    private void copyOld(FileChannel target) throws IOException {
        if (end > 0) {
            try (FileChannel old = FileChannel.open(path)) {
                for (long copied = 0; copied < end;) {
                    copied += old.transferTo(copied, end - copied, target);
                }
            }
        }
    }
}
