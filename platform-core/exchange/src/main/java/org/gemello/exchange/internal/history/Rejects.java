package org.gemello.exchange.internal.history;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gemello.exchange.internal.table.ReadRow;

/** Rows that an import could not take, in a file beside the source: place, cause, and the row as it was. Made with the first of them. */
final class Rejects implements Closeable {
    private static final int MOST = 100_000;
    private static final int LONGEST_ROW = 64 << 10;
    private final Path file;
    private OutputStream out;
    private long count;

    Rejects(Path source) {
        String name = source.getFileName().toString();
        this.file = source.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".rejects.csv");
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** @throws IOException where there are so many that the file cannot be meant, or the row cannot be kept */
    void add(ReadRow row) throws IOException {
        if (out == null) {
            out = new BufferedOutputStream(Files.newOutputStream(unfinished()));
            write("place", "cause", "row");
        }
        write(row.place(), row.problem(), row.text().length() > LONGEST_ROW ? row.text().substring(0, LONGEST_ROW) : row.text());
        if (++count >= MOST) {
            throw new IOException(MOST + " rows were rejected, the last one for: " + row.problem() + "; is it the right file, and the right mapping?");
        }
    }

    private void write(String... fields) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String field : fields) {
            line.append(line.isEmpty() ? "" : ",").append('"').append(field.replace("\"", "\"\"")).append('"');
        }
        out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    long count() {
        return count;
    }

    Path file() {
        return file;
    }

    /** Gives the file its name; without rejected rows there is none, also not of an import before. */
    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(file);
        }
    }
}
