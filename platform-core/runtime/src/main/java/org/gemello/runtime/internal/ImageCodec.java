package org.gemello.runtime.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.Severity;

/** A {@link RuntimeImage} as bytes. Counts and lengths are checked before anything is allocated: the file may be damaged. */
final class ImageCodec {
    private static final int LIMIT = 16 << 20;

    private ImageCodec() {
    }

    @FunctionalInterface
    private interface Writer<T> {
        void write(T value, DataOutput out) throws IOException;
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    static void write(RuntimeImage image, DataOutput out) throws IOException {
        out.writeLong(image.offset());
        list(image.twins(), out, ImageCodec::twin);
        list(image.commands(), out, ImageCodec::command);
    }

    static RuntimeImage read(DataInput in) throws IOException {
        return new RuntimeImage(in.readLong(), list(in, ImageCodec::twin), list(in, ImageCodec::command));
    }

    private static void twin(StateImage twin, DataOutput out) throws IOException {
        text(twin.twin().value(), out);
        out.writeInt(twin.schema());
        bytes(twin.state(), out);
        out.writeLong(twin.applied());
        out.writeLong(twin.derivedThrough());
        out.writeLong(twin.alarmsThrough());
        list(twin.mirror(), out, ImageCodec::sample);
        list(twin.alarms(), out, ImageCodec::alarm);
    }

    private static StateImage twin(DataInput in) throws IOException {
        return new StateImage(new TwinId(text(in)), in.readInt(), bytes(in), in.readLong(), in.readLong(), in.readLong(),
                list(in, ImageCodec::sample), list(in, ImageCodec::alarm));
    }

    private static void sample(Sample sample, DataOutput out) throws IOException {
        text(sample.point().toString(), out);
        text(sample.unit(), out);
        value(sample.value(), out);
        out.writeInt(sample.quality().code());
        out.writeLong(Times.nanos(sample.sourceTime()));
        out.writeLong(Times.nanos(sample.receivedTime()));
        out.writeLong(sample.offset());
        trace(sample.trace(), out);
    }

    private static Sample sample(DataInput in) throws IOException {
        PointId point = PointId.parse(text(in));
        String unit = text(in);
        return new Sample(point, value(in), unit, new Quality(in.readInt()), Times.instant(in.readLong()), Times.instant(in.readLong()),
                in.readLong(), trace(in));
    }

    private static void value(Object value, DataOutput out) throws IOException {
        if (value instanceof Double number) {
            out.writeByte(ValueKind.DOUBLE.ordinal());
            out.writeDouble(number);
        } else if (value instanceof Long number) {
            out.writeByte(ValueKind.LONG.ordinal());
            out.writeLong(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte(ValueKind.BOOLEAN.ordinal());
            out.writeBoolean(flag);
        } else if (value instanceof String words) {
            out.writeByte(ValueKind.TEXT.ordinal());
            text(words, out);
        } else {
            out.writeByte(ValueKind.NONE.ordinal());
        }
    }

    private static Object value(DataInput in) throws IOException {
        return switch (constant(ValueKind.values(), in)) {
            case NONE -> null;
            case DOUBLE -> in.readDouble();
            case LONG -> in.readLong();
            case BOOLEAN -> in.readBoolean();
            case TEXT -> text(in);
        };
    }

    private static void alarm(Alarm alarm, DataOutput out) throws IOException {
        text(alarm.name(), out);
        out.writeBoolean(alarm.active());
        out.writeByte(alarm.severity().ordinal());
        text(alarm.message(), out);
        time(alarm.since(), out);
    }

    private static Alarm alarm(DataInput in) throws IOException {
        return new Alarm(text(in), in.readBoolean(), constant(Severity.values(), in), text(in), time(in));
    }

    private static void command(CommandView view, DataOutput out) throws IOException {
        Command command = view.command();
        text(command.id(), out);
        text(command.twin().value(), out);
        text(command.name(), out);
        out.writeInt(command.arguments().size());
        for (Map.Entry<String, Double> argument : command.arguments().entrySet()) {
            text(argument.getKey(), out);
            out.writeDouble(argument.getValue());
        }
        text(command.caller(), out);
        time(command.issued(), out);
        time(command.expires(), out);
        trace(view.trace(), out);
        list(view.history(), out, ImageCodec::step);
    }

    private static CommandView command(DataInput in) throws IOException {
        String id = text(in);
        TwinId twin = new TwinId(text(in));
        String name = text(in);
        Map<String, Double> arguments = new HashMap<>();
        for (int left = count(in); left > 0; left--) {
            arguments.put(text(in), in.readDouble());
        }
        Command command = new Command(id, twin, name, arguments, text(in), time(in), time(in));
        TraceId trace = trace(in);
        List<CommandView.Step> history = list(in, ImageCodec::step);
        if (history.isEmpty()) {
            throw new IOException("command " + id + " has no state");
        }
        CommandView.Step last = history.get(history.size() - 1);
        return new CommandView(command, trace, last.state(), last.reason(), history);
    }

    private static void step(CommandView.Step step, DataOutput out) throws IOException {
        out.writeByte(step.state().ordinal());
        text(step.reason(), out);
        time(step.time(), out);
    }

    private static CommandView.Step step(DataInput in) throws IOException {
        return new CommandView.Step(constant(CommandState.values(), in), text(in), time(in));
    }

    private static void time(Instant time, DataOutput out) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    private static Instant time(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void trace(TraceId trace, DataOutput out) throws IOException {
        out.writeLong(trace.high());
        out.writeLong(trace.low());
    }

    private static TraceId trace(DataInput in) throws IOException {
        return new TraceId(in.readLong(), in.readLong());
    }

    private static void text(String text, DataOutput out) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static String text(DataInput in) throws IOException {
        byte[] bytes = bytes(in);
        if (bytes == null) {
            throw new IOException("text is missing");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void bytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte[] bytes(DataInput in) throws IOException {
        int length = in.readInt();
        if (length == -1) {
            return null;
        }
        byte[] bytes = new byte[checked(length)];
        in.readFully(bytes);
        return bytes;
    }

    private static <T> void list(List<T> items, DataOutput out, Writer<T> writer) throws IOException {
        out.writeInt(items.size());
        for (T item : items) {
            writer.write(item, out);
        }
    }

    private static <T> List<T> list(DataInput in, Reader<T> reader) throws IOException {
        List<T> items = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            items.add(reader.read(in));
        }
        return items;
    }

    private static int count(DataInput in) throws IOException {
        return checked(in.readInt());
    }

    private static int checked(int length) throws IOException {
        if (length < 0 || length > LIMIT) {
            throw new IOException("length " + length + " is not within 0 to " + LIMIT);
        }
        return length;
    }

    private static <T> T constant(T[] all, DataInput in) throws IOException {
        int index = in.readUnsignedByte();
        if (index >= all.length) {
            throw new IOException("no constant " + index + " among " + all.length);
        }
        return all[index];
    }
}
