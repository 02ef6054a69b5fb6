package org.gemello.runtime.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmRecord;
import org.gemello.api.twin.Severity;

/** Bytes of the alarm journal: for each record its length, the CRC-32C of what follows, and the record; numbers big endian. */
final class AlarmFrames {
    private static final int HEADER = 2 * Integer.BYTES;
    private static final int LONGEST = 1 << 20;

    private AlarmFrames() {
    }

    static byte[] frame(AlarmRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(record, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory takes everything
        }
        byte[] content = bytes.toByteArray();
        return ByteBuffer.allocate(HEADER + content.length).putInt(content.length).putInt(checksum(content)).put(content).array();
    }

    /**
     * Gives all records up to the end or the first damage.
     *
     * @return how many bytes were whole
     */
    static int read(byte[] file, Consumer<AlarmRecord> taker) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int whole = 0;
        while (bytes.remaining() >= HEADER) {
            int length = bytes.getInt();
            int checksum = bytes.getInt();
            if (length < 0 || length > Math.min(LONGEST, bytes.remaining())) {
                break;
            }
            byte[] content = new byte[length];
            bytes.get(content);
            if (checksum(content) != checksum) {
                break;
            }
            try {
                taker.accept(read(new DataInputStream(new ByteArrayInputStream(content))));
            } catch (IOException | IllegalArgumentException e) {
                break; // a name that this version does not know
            }
            whole = bytes.position();
        }
        return whole;
    }

    private static int checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return (int) checksum.getValue();
    }

    private static void write(AlarmRecord record, DataOutputStream out) throws IOException {
        out.writeLong(record.offset());
        ImageParts.text(record.source().value(), out);
        ImageParts.text(record.alarm(), out);
        ImageParts.text(record.event().name(), out);
        ImageParts.text(record.severity() == null ? "" : record.severity().name(), out);
        ImageParts.text(record.text(), out);
        ImageParts.text(record.by(), out);
        out.writeBoolean(record.until() != null);
        if (record.until() != null) {
            ImageParts.time(record.until(), out);
        }
        ImageParts.time(record.time(), out);
    }

    private static AlarmRecord read(DataInputStream in) throws IOException {
        long offset = in.readLong();
        TwinId source = new TwinId(ImageParts.text(in));
        String alarm = ImageParts.text(in);
        AlarmRecord.Event event = AlarmRecord.Event.valueOf(ImageParts.text(in));
        String severity = ImageParts.text(in);
        return new AlarmRecord(offset, source, alarm, event, severity.isEmpty() ? null : Severity.valueOf(severity), ImageParts.text(in),
                ImageParts.text(in), in.readBoolean() ? ImageParts.time(in) : null, ImageParts.time(in));
    }
}
