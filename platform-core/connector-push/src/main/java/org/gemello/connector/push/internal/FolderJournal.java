package org.gemello.connector.push.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which batch of which file is about to be stored, on disk before it is: after a crash the reading goes on there, and nothing is stored twice. */
final class FolderJournal {
    private static final Logger LOG = LoggerFactory.getLogger(FolderJournal.class);
    private final Path file;

    /**
     * The batch that was about to be stored.
     *
     * @param mark which file
     * @param line first line of the batch, counted without the header from 0
     * @param log  end of the log before the batch: it can only be behind that
     */
    record Intent(FileMark mark, long line, long log) {
    }

    FolderJournal(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
    }

    /** The intent that a crash has left, if it was for this very file. */
    Optional<Intent> left(FileMark mark) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] parts = Files.readString(file).split("\n");
        try {
            FileMark last = new FileMark(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
            return Optional.of(new Intent(last, Long.parseLong(parts[3]), Long.parseLong(parts[4]))).filter(intent -> intent.mark().equals(mark));
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be read; the file that was being read begins again, and some of its samples may be stored twice", file, e);
            return Optional.empty();
        }
    }

    /**
     * On disk when it returns.
     *
     * @throws UncheckedIOException where it cannot be kept: no fault of the file that is read
     */
    void intend(Intent intent) {
        try {
            write(intent);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + file, e);
        }
    }

    private void write(Intent intent) throws IOException {
        FileMark mark = intent.mark();
        String text = String.join("\n", mark.name(), "" + mark.size(), "" + mark.modified(), "" + intent.line(), "" + intent.log());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel out = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(StandardCharsets.UTF_8.encode(text));
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The file is done. */
    void clear() throws IOException {
        Files.deleteIfExists(file);
    }
}
