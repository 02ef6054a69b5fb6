package org.gemello.runtime.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.TraceId;

/** The small parts that an image is made of. Counts and lengths are checked before anything is allocated. */
final class ImageParts {
    private static final int LIMIT = 16 << 20;

    private ImageParts() {
    }

    @FunctionalInterface
    interface Writer<T> {
        void write(T value, DataOutput out) throws IOException;
    }

    @FunctionalInterface
    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    static void time(Instant time, DataOutput out) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    static Instant time(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    static void trace(TraceId trace, DataOutput out) throws IOException {
        out.writeLong(trace.high());
        out.writeLong(trace.low());
    }

    static TraceId trace(DataInput in) throws IOException {
        return new TraceId(in.readLong(), in.readLong());
    }

    static void text(String text, DataOutput out) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    static String text(DataInput in) throws IOException {
        byte[] bytes = bytes(in);
        if (bytes == null) {
            throw new IOException("text is missing");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void bytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    static byte[] bytes(DataInput in) throws IOException {
        int length = in.readInt();
        if (length == -1) {
            return null;
        }
        byte[] bytes = new byte[checked(length)];
        in.readFully(bytes);
        return bytes;
    }

    static <T> void list(List<T> items, DataOutput out, Writer<T> writer) throws IOException {
        out.writeInt(items.size());
        for (T item : items) {
            writer.write(item, out);
        }
    }

    static <T> List<T> list(DataInput in, Reader<T> reader) throws IOException {
        List<T> items = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            items.add(reader.read(in));
        }
        return items;
    }

    static int count(DataInput in) throws IOException {
        return checked(in.readInt());
    }

    private static int checked(int length) throws IOException {
        if (length < 0 || length > LIMIT) {
            throw new IOException("length " + length + " is not within 0 to " + LIMIT);
        }
        return length;
    }

    static <T> T constant(T[] all, DataInput in) throws IOException {
        int index = in.readUnsignedByte();
        if (index >= all.length) {
            throw new IOException("no constant " + index + " among " + all.length);
        }
        return all[index];
    }
}
