package org.gemello.connector.mqtt.internal.sparkplug;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gemello.connector.mqtt.internal.Refusal;

/**
 * Compressed payloads as the Eclipse Tahu clients send them: an outer payload whose {@code uuid} is {@code SPBV1.0_COMPRESSED} and
 * whose {@code body} is a payload in DEFLATE (zlib) or GZIP. The specification does not speak of it.
 */
final class Compression {
    private static final byte[] MARK = "SPBV1.0_COMPRESSED".getBytes(StandardCharsets.US_ASCII);
    private static final int GZIP_MAGIC = 0x8B1F;
    private static final int GZIP_HEADER = 10;
    private static final int GZIP_OPTIONS = 3;

    private Compression() {
    }

    /** True where a payload's {@code uuid} says that its body is compressed. */
    static boolean isMark(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, MARK, 0, MARK.length);
    }

    /** @param limit most bytes that are made of it */
    static byte[] inflate(byte[] bytes, int from, int to, int limit) throws Refusal {
        boolean gzip = to - from > GZIP_HEADER && (LittleEndian.shortInteger(bytes, from) & 0xFFFF) == GZIP_MAGIC;
        if (gzip && bytes[from + GZIP_OPTIONS] != 0) {
            throw new Refusal("the compressed payload has a GZIP header with options, which no Sparkplug client writes");
        }
        Inflater inflater = new Inflater(gzip);
        try {
            int start = gzip ? from + GZIP_HEADER : from;
            inflater.setInput(bytes, start, to - start);
            byte[] inflated = new byte[Math.min(limit, Math.max(1_024, 4 * (to - from)))];
            int size = 0;
            while (true) {
                int more = inflater.inflate(inflated, size, inflated.length - size);
                size += more;
                if (inflater.finished()) {
                    return Arrays.copyOf(inflated, size);
                } else if (size == inflated.length && size == limit) {
                    throw new Refusal("the compressed payload has more than " + limit + " bytes; 'payloadLimit' applies to them too");
                } else if (size == inflated.length) {
                    inflated = Arrays.copyOf(inflated, Math.min(limit, size * 2));
                } else if (more == 0) {
                    throw new Refusal("the compressed payload ends in the middle");
                }
            }
        } catch (DataFormatException e) {
            throw new Refusal("the compressed payload is neither DEFLATE nor GZIP: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
