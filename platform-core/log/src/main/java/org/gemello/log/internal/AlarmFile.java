package org.gemello.log.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.gemello.api.health.PlatformAlarms.PlatformAlarm;
import org.gemello.api.twin.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alarms as a small file that is replaced as a whole: checksum, then two lists of name, severity, message and time. */
final class AlarmFile {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmFile.class);
    private static final int SMALLEST = 3 * Integer.BYTES + 12;
    private static final int MAX_BYTES = 16 << 20;
    private final Path path;

    /**
     * What is in the file.
     *
     * @param active the active alarms
     * @param told   those that are active as far as the sample log knows
     */
    record Content(List<PlatformAlarm> active, List<PlatformAlarm> told) {
    }

    AlarmFile(Path path) {
        this.path = path;
    }

    /** Nothing where there is no file or it is damaged: who has a reason raises its alarm again. */
    Content read() {
        try {
            if (Files.exists(path) && Files.size(path) <= MAX_BYTES) {
                PayloadReader in = new PayloadReader(ByteBuffer.wrap(Files.readAllBytes(path)));
                if (in.getInt() != crc(in.require(0).slice())) {
                    throw new IllegalArgumentException("checksum is wrong");
                }
                return new Content(alarms(in), alarms(in));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read; alarms from before the restart are forgotten: {}", path, e.toString());
        }
        return new Content(List.of(), List.of());
    }

    private static List<PlatformAlarm> alarms(PayloadReader in) {
        List<PlatformAlarm> alarms = new ArrayList<>();
        for (int left = in.getCount(SMALLEST); left > 0; left--) {
            alarms.add(new PlatformAlarm(in.getText(), Severity.valueOf(in.getText()), in.getText(), in.getInstant()));
        }
        return alarms;
    }

    /** A disk that does not take it is not a reason to fail: the alarms are still in memory. */
    void write(Content content) {
        PayloadWriter out = PayloadWriter.onHeap(1024);
        out.putInt(0);
        put(content.active(), out);
        put(content.told(), out);
        ByteBuffer bytes = out.written();
        bytes.putInt(0, crc(bytes.slice(Integer.BYTES, bytes.limit() - Integer.BYTES)));
        byte[] whole = new byte[bytes.limit()];
        bytes.get(whole);
        try {
            Files.createDirectories(path.getParent());
            DurableFiles.replace(path, whole);
        } catch (IOException e) {
            LOG.warn("{} cannot be written; alarms would be forgotten in a restart: {}", path, e.toString());
        }
    }

    private static void put(List<PlatformAlarm> alarms, PayloadWriter out) {
        out.putInt(alarms.size());
        for (PlatformAlarm alarm : alarms) {
            out.putText(alarm.name());
            out.putText(alarm.severity().name());
            out.putText(alarm.message());
            out.putInstant(alarm.since());
        }
    }

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
