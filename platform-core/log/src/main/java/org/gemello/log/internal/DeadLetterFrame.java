package org.gemello.log.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.gemello.api.connection.DeadLetters.DeadLetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One dead letter as bytes: length, CRC32C, then time, connection, source, cause and payload. */
final class DeadLetterFrame {
    /** A longer payload is cut, and its cause says so: one message must not push out all others. */
    static final int MAX_PAYLOAD = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterFrame.class);
    private static final int FRAME = 8;
    private static final int MAX_NAME = 64 << 10;

    private DeadLetterFrame() {
    }

    static ByteBuffer encode(DeadLetter letter) {
        byte[] payload = letter.payload();
        boolean cut = payload.length > MAX_PAYLOAD;
        PayloadWriter out = PayloadWriter.onHeap(256 + Math.min(payload.length, MAX_PAYLOAD));
        out.putLong(0);
        out.putInstant(letter.time());
        out.putText(shortened(letter.connection()));
        out.putText(shortened(letter.source()));
        out.putText(shortened(letter.cause()) + (cut ? " (payload of " + payload.length + " bytes cut to " + MAX_PAYLOAD + ")" : ""));
        out.putInt(Math.min(payload.length, MAX_PAYLOAD));
        out.room(Math.min(payload.length, MAX_PAYLOAD)).put(payload, 0, Math.min(payload.length, MAX_PAYLOAD));
        ByteBuffer bytes = out.written();
        return bytes.putInt(0, bytes.limit() - FRAME).putInt(4, crc(bytes.slice(FRAME, bytes.limit() - FRAME)));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME);
    }

    /**
     * The letters up to the first that is not whole: a crash may have left one half-written at the end.
     *
     * @param first number of the file's first letter
     */
    static List<DeadLetter> decode(byte[] file, long first) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        List<DeadLetter> letters = new ArrayList<>();
        try {
            while (bytes.hasRemaining()) {
                int length = bytes.getInt();
                int crc = bytes.getInt();
                ByteBuffer letter = bytes.slice(bytes.position(), length);
                if (crc(letter.duplicate()) != crc) {
                    throw new IllegalArgumentException("checksum is wrong");
                }
                letters.add(letter(first + letters.size(), new PayloadReader(letter)));
                bytes.position(bytes.position() + length);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} bytes of dead letters cannot be read: {}", bytes.remaining(), e.toString());
        }
        return letters;
    }

    private static DeadLetter letter(long number, PayloadReader in) {
        var time = in.getInstant();
        String connection = in.getText();
        String source = in.getText();
        String cause = in.getText();
        byte[] payload = new byte[in.getCount(1)];
        in.require(payload.length).get(payload);
        return new DeadLetter(number, time, connection, source, payload, cause);
    }

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
