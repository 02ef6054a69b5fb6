package org.gemello.testkit.pack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.twin.TwinModel;

/**
 * A recording of what one twin was given, as a text file to be kept with the tests. The first line is {@value #HEADER}; then one line for
 * each value, tick or command, in the order of the log:
 *
 * <pre>
 * time,entry,name,value,quality,source
 * 2026-03-01T12:00:00Z,sample,T,81.5,,
 * 2026-03-01T12:00:00Z,+,P,1013,0x40000000,2026-03-01T11:59:59.900Z
 * 2026-03-01T12:00:01Z,tick,,,,
 * 2026-03-01T12:00:01Z,command,set-limit,limit=90,,
 * 2026-03-01T12:00:01Z,sample,wt-01/WTUR.W,1500,,
 * 2026-03-01T12:00:02Z,proposal,wake-steering,"DECLINED;operator;too windy",,
 * # a line that begins so is a remark
 * </pre>
 * {@code sample} begins a batch, {@code +} puts one more value into it. A value is a number (with a point, {@code e}, {@code NaN} or
 * {@code Infinity} a floating-point one, else a whole one), {@code true}, {@code false}, a text in double quotes with {@code ""} for a
 * quote within, or nothing; in the unit of the model. Quality is an OPC UA status code in hexadecimal, good where there is none. Source
 * is the source time where it is another than the time of the line, at which the platform received it. The arguments of a command are
 * separated by semicolons. A value of a part
 * is named {@code part/point}. What became of a proposal is its state, who decided and the reason.
 */
public final class RecordedLogFile {
    /** First line of a file. */
    static final String HEADER = "time,entry,name,value,quality,source";
    private static final long LARGEST = 64L << 20;

    private RecordedLogFile() {
    }

    /**
     * Writes entries of one twin.
     *
     * @throws IllegalArgumentException for an entry that no behaviour sees
     */
    public static void write(Path file, List<LogEntry> entries) throws IOException {
        write(file, null, entries);
    }

    /** Like {@link #write(Path, List)}, for a twin that has parts: values of these are named {@code part/point}. */
    public static void write(Path file, TwinId twin, List<LogEntry> entries) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        entries.forEach(entry -> RecordedLine.write(entry, twin, text));
        Files.writeString(file, text);
    }

    /**
     * Reads the entries of a file.
     *
     * @param twin  that was given them
     * @param model that its points and units belong to
     * @throws IOException where a line is none of these; the message names file and line
     */
    public static List<LogEntry> read(Path file, TwinId twin, TwinModel model) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is larger than " + (LARGEST >> 20) + " MB");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString(), twin, model);
        }
    }

    /** @param name of what is read, for messages */
    public static List<LogEntry> read(InputStream in, String name, TwinId twin, TwinModel model) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        if (!HEADER.equals(lines.readLine())) {
            throw new IOException(name + ", line 1: a recorded log begins with '" + HEADER + "'");
        }
        RecordedLogReader reader = new RecordedLogReader(twin, model);
        int number = 1;
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                reader.line(line);
            }
            return reader.end();
        } catch (RuntimeException e) {
            throw new IOException(name + ", line " + number + ": " + e.getMessage(), e);
        }
    }
}
