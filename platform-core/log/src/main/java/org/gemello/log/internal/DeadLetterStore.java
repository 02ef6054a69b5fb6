package org.gemello.log.internal;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gemello.api.connection.DeadLetters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters in files that are named by the number of their first letter. Letters are numbered from 0 and stay so over
 * restarts: the number of the oldest one kept says how many had to go.
 */
final class DeadLetterStore implements DeadLetters, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterStore.class);
    private static final Pattern NAME = Pattern.compile("\\d{18}\\.letters");
    private static final int FILES = 8;
    private final Path directory;
    private final long fileBytes;
    private final TreeMap<Long, Path> files = new TreeMap<>();
    private long next;
    private FileOutputStream out;
    private long written;

    /** A store of about 64 MB at most. */
    DeadLetterStore(Path directory) {
        this(directory, 8L << 20);
    }

    /** @param fileBytes a file that has grown past this is followed by a new one */
    DeadLetterStore(Path directory, long fileBytes) {
        this.directory = directory;
        this.fileBytes = fileBytes;
        try (Stream<Path> found = Files.list(Files.createDirectories(directory))) {
            found.filter(file -> NAME.matcher(file.getFileName().toString()).matches()).forEach(file -> files.put(first(file), file));
            if (!files.isEmpty()) {
                next = files.lastKey() + letters(files.lastEntry()).size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(DiskProblem.text("cannot open the dead letters in " + directory, e), e);
        }
    }

    private static long first(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(0, 18));
    }

    /** @throws UncheckedIOException where it cannot be kept; the source must then not be told that it was taken */
    @Override
    public synchronized void add(String connection, String source, byte[] payload, String cause) {
        ByteBuffer bytes = DeadLetterFrame.encode(new DeadLetter(next, Instant.now(), connection, source, payload, cause));
        try {
            if (out == null || written > fileBytes) {
                beginFile();
            }
            out.getChannel().write(bytes.duplicate());
            out.getFD().sync();
            written += bytes.remaining();
            next++;
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(DiskProblem.text("cannot keep a dead letter in " + directory, e), e);
        }
    }

    private void beginFile() throws IOException {
        close();
        Path file = directory.resolve(String.format("%018d.letters", next));
        out = new FileOutputStream(file.toFile());
        written = 0;
        files.put(next, file);
        DurableFiles.forceDirectory(directory);
        while (files.size() > FILES) {
            Files.deleteIfExists(files.pollFirstEntry().getValue());
            LOG.warn("the store of dead letters is full: {} of {} have been removed so far, the oldest first", removed(), next);
        }
    }

    /** Number of letters that had to go to make room, since the store was made. */
    synchronized long removed() {
        return files.isEmpty() ? 0 : files.firstKey();
    }

    @Override
    public synchronized List<DeadLetter> latest(int limit) {
        List<DeadLetter> latest = new ArrayList<>();
        for (Map.Entry<Long, Path> file : files.descendingMap().entrySet()) {
            if (latest.size() >= limit) {
                break;
            }
            List<DeadLetter> letters = letters(file);
            Collections.reverse(letters);
            latest.addAll(letters.subList(0, Math.min(letters.size(), limit - latest.size())));
        }
        return latest;
    }

    @Override
    public synchronized Optional<DeadLetter> letter(long number) {
        Map.Entry<Long, Path> file = files.floorEntry(number);
        return file == null ? Optional.empty() : letters(file).stream().filter(letter -> letter.number() == number).findFirst();
    }

    private static List<DeadLetter> letters(Map.Entry<Long, Path> file) {
        try {
            return DeadLetterFrame.decode(Files.readAllBytes(file.getValue()), file.getKey());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read dead letters: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                LOG.warn("a file of dead letters did not close cleanly in {}", directory, e);
            }
            out = null;
        }
    }
}
