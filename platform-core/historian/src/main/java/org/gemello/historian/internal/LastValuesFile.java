package org.gemello.historian.internal;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.gemello.api.PointId;
import org.gemello.api.ValueKind;
import org.gemello.history.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest rows as a file, so that a start needs not look for them: version, offset up to which it is complete, number of rows, the rows,
 * CRC-32C of all before. It is not forced to disk: where it is missing or damaged, the history files are read instead.
 */
final class LastValuesFile {
    static final String NAME = "last-values";
    private static final Logger LOG = LoggerFactory.getLogger(LastValuesFile.class);
    private static final int VERSION = 1;
    private final Path path;

    LastValuesFile(Path folder) {
        path = folder.resolve(NAME);
    }

    /** Fills the table; returns the offset up to which it is complete, 0 where there is no good file. */
    long load(LastValues values) {
        if (!Files.exists(path)) {
            return 0;
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            CRC32C checksum = new CRC32C();
            checksum.update(bytes, 0, Math.max(0, bytes.length - Integer.BYTES));
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (bytes.length < Integer.BYTES || tail(bytes) != (int) checksum.getValue() || in.readInt() != VERSION) {
                LOG.warn("history: {} is damaged; the last values are read from the history files", path);
                return 0;
            }
            long to = in.readLong();
            for (int left = in.readInt(); left > 0; left--) {
                values.add(PointId.parse(in.readUTF()), row(in));
            }
            return to;
        } catch (IOException e) {
            LOG.warn("history: {} cannot be read; the last values are read from the history files", path, e);
            return 0;
        }
    }

    private static int tail(byte[] bytes) {
        return ByteBuffer.wrap(bytes, bytes.length - Integer.BYTES, Integer.BYTES).getInt();
    }

    private static Row row(DataInputStream in) throws IOException {
        long time = in.readLong();
        long received = in.readLong();
        long offset = in.readLong();
        int quality = in.readInt();
        ValueKind kind = ValueKind.of(in.readByte());
        long bits = in.readLong();
        String text = kind == ValueKind.TEXT ? new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8) : null;
        return new Row(time, received, offset, quality, kind, bits, text, in.readUTF());
    }

    /** Writes the table as of an offset. */
    void save(LastValues values, long to) throws IOException {
        Path written = path.resolveSibling(NAME + FileStore.UNFINISHED);
        CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(written)), new CRC32C());
        try (DataOutputStream out = new DataOutputStream(checked)) {
            out.writeInt(VERSION);
            out.writeLong(to);
            out.writeInt(values.points().size());
            for (PointId point : values.points()) {
                out.writeUTF(point.toString());
                write(out, values.get(point));
            }
            out.writeInt((int) checked.getChecksum().getValue());
        }
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(DataOutputStream out, Row row) throws IOException {
        out.writeLong(row.time());
        out.writeLong(row.received());
        out.writeLong(row.offset());
        out.writeInt(row.quality());
        out.writeByte(row.kind().ordinal());
        out.writeLong(row.bits());
        if (row.kind() == ValueKind.TEXT) {
            byte[] text = row.text().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
        out.writeUTF(row.unit());
    }
}
