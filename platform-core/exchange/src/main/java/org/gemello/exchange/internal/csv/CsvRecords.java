package org.gemello.exchange.internal.csv;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of a CSV file after RFC 4180, also with other separators and line ends. The file may be hostile: a record has at most
 * {@value #LONGEST} bytes and {@value #MOST_FIELDS} fields. Bytes are taken apart before they become text, so text that is not UTF-8
 * spoils one record only.
 */
final class CsvRecords implements Closeable {
    static final int LONGEST = 1 << 20;
    static final int MOST_FIELDS = 2000;
    private static final int END = -1;
    private final InputStream in;
    private final int separator;
    private final ByteArrayOutputStream field = new ByteArrayOutputStream(64);
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream(256);
    private long bytes;
    private long line = 1;
    private int ahead;

    CsvRecords(Path file, char separator) throws IOException {
        if (separator > 0x7f) {
            throw new IllegalArgumentException("separator '" + separator + "' is not an ASCII character");
        }
        this.separator = separator;
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        this.ahead = in.read();
        skipByteOrderMark();
    }

    private void skipByteOrderMark() throws IOException {
        if (ahead == 0xEF) {
            in.mark(2);
            if (in.read() == 0xBB && in.read() == 0xBF) {
                ahead = in.read();
                bytes = 3;
            } else {
                in.reset();
            }
        }
    }

    /**
     * A record.
     *
     * @param line    where it begins, from 1
     * @param fields  empty where there is a problem
     * @param problem why it cannot be read, empty where it can
     * @param text    as it stands in the file, without its line end
     */
    record CsvRecord(long line, List<String> fields, String problem, String text) {
    }

    /**
     * The next record, null at the end. Empty lines are passed over.
     *
     * @throws IOException where a record is longer than allowed, which most often means that a quote is not closed
     */
    CsvRecord next() throws IOException {
        while (ahead == '\n' || ahead == '\r') {
            take();
        }
        if (ahead == END) {
            return null;
        }
        raw.reset();
        long first = line;
        List<byte[]> fields = new ArrayList<>();
        String problem = "";
        boolean more = true;
        while (more) {
            if (fields.size() == MOST_FIELDS) {
                throw new IOException("line " + first + ": more than " + MOST_FIELDS + " fields");
            }
            String found = field(first);
            problem = problem.isEmpty() ? found : problem;
            fields.add(field.toByteArray());
            more = ahead == separator;
            if (more) {
                raw.write(take());
            }
        }
        return decoded(first, fields, problem);
    }

    /** Reads one field up to the separator or line end; returns what is wrong with it. */
    private String field(long first) throws IOException {
        field.reset();
        String problem = "";
        if (ahead == '"') {
            keep(first);
            problem = quoted(first);
        }
        while (ahead != END && ahead != separator && ahead != '\n' && ahead != '\r') {
            if (field.size() > 0 && problem.isEmpty() && ahead == '"') {
                problem = "a quote within a field that does not begin with one";
            }
            field.write(keep(first));
        }
        return problem;
    }

    private String quoted(long first) throws IOException {
        while (ahead != END) {
            int c = keep(first);
            if (c != '"') {
                field.write(c);
            } else if (ahead == '"') {
                field.write(keep(first));
            } else {
                boolean ends = ahead == END || ahead == separator || ahead == '\n' || ahead == '\r';
                return ends ? "" : "text after a closing quote";
            }
        }
        return "a quote is not closed before the end of the file";
    }

    private int keep(long first) throws IOException {
        if (raw.size() >= LONGEST) {
            throw new IOException("line " + first + ": the record is longer than " + LONGEST + " bytes; is a quote not closed?");
        }
        raw.write(ahead);
        return take();
    }

    private int take() throws IOException {
        int c = ahead;
        ahead = in.read();
        bytes++;
        if (c == '\n' || c == '\r' && ahead != '\n') {
            line++;
        }
        return c;
    }

    private CsvRecord decoded(long first, List<byte[]> fields, String problem) {
        String text = new String(raw.toByteArray(), StandardCharsets.UTF_8);
        if (!problem.isEmpty()) {
            return new CsvRecord(first, List.of(), problem, text);
        }
        List<String> decoded = new ArrayList<>(fields.size());
        try {
            for (byte[] bytesOfField : fields) {
                decoded.add(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytesOfField)).toString());
            }
        } catch (CharacterCodingException e) {
            return new CsvRecord(first, List.of(), "field " + (decoded.size() + 1) + " is not UTF-8", text);
        }
        return new CsvRecord(first, decoded, "", text);
    }

    /** Bytes of the file read so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
