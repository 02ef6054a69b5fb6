package org.gemello.runtime.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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
    private ImageCodec() {
    }

    static void write(RuntimeImage image, DataOutput out) throws IOException {
        out.writeLong(image.offset());
        ImageParts.list(image.twins(), out, ImageCodec::twin);
        ImageParts.list(image.commands(), out, ImageCodec::command);
        ImageParts.list(image.proposals(), out, ProposalImages::view);
        ImageParts.list(image.alarms(), out, AlarmImages::view);
        ImageParts.list(List.copyOf(image.types().entrySet()), out, (type, bytes) -> {
            ImageParts.text(type.getKey().value(), bytes);
            ImageParts.text(type.getValue(), bytes);
        });
    }

    /** @param version format of the bytes: 1 knew no proposals and no handling of alarms, 2 no types */
    static RuntimeImage read(DataInput in, int version) throws IOException {
        return new RuntimeImage(in.readLong(), ImageParts.list(in, bytes -> twin(bytes, version)), ImageParts.list(in, ImageCodec::command),
                version == 1 ? List.of() : ImageParts.list(in, ProposalImages::view), version == 1 ? List.of() : ImageParts.list(in, AlarmImages::view),
                version < 3 ? Map.of() : types(in));
    }

    private static Map<TwinId, String> types(DataInput in) throws IOException {
        Map<TwinId, String> types = new HashMap<>();
        for (int left = ImageParts.count(in); left > 0; left--) {
            types.put(new TwinId(ImageParts.text(in)), ImageParts.text(in));
        }
        return types;
    }

    private static void twin(StateImage twin, DataOutput out) throws IOException {
        ImageParts.text(twin.twin().value(), out);
        out.writeInt(twin.schema());
        ImageParts.bytes(twin.state(), out);
        out.writeLong(twin.applied());
        out.writeLong(twin.derivedThrough());
        out.writeLong(twin.alarmsThrough());
        out.writeLong(twin.proposalsThrough());
        ImageParts.list(twin.mirror(), out, ImageCodec::sample);
        ImageParts.list(twin.alarms(), out, ImageCodec::alarm);
        ImageParts.list(twin.proposals(), out, ProposalImages::shelved);
    }

    private static StateImage twin(DataInput in, int version) throws IOException {
        return new StateImage(new TwinId(ImageParts.text(in)), in.readInt(), ImageParts.bytes(in), in.readLong(), in.readLong(), in.readLong(),
                version == 1 ? -1 : in.readLong(), ImageParts.list(in, ImageCodec::sample), ImageParts.list(in, ImageCodec::alarm),
                version == 1 ? List.of() : ImageParts.list(in, ProposalImages::shelved));
    }

    private static void sample(Sample sample, DataOutput out) throws IOException {
        ImageParts.text(sample.point().toString(), out);
        ImageParts.text(sample.unit(), out);
        value(sample.value(), out);
        out.writeInt(sample.quality().code());
        out.writeLong(Times.nanos(sample.sourceTime()));
        out.writeLong(Times.nanos(sample.receivedTime()));
        out.writeLong(sample.offset());
        ImageParts.trace(sample.trace(), out);
    }

    private static Sample sample(DataInput in) throws IOException {
        PointId point = PointId.parse(ImageParts.text(in));
        String unit = ImageParts.text(in);
        return new Sample(point, value(in), unit, new Quality(in.readInt()), Times.instant(in.readLong()), Times.instant(in.readLong()),
                in.readLong(), ImageParts.trace(in));
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
            ImageParts.text(words, out);
        } else {
            out.writeByte(ValueKind.NONE.ordinal());
        }
    }

    private static Object value(DataInput in) throws IOException {
        return switch (ImageParts.constant(ValueKind.values(), in)) {
            case NONE -> null;
            case DOUBLE -> in.readDouble();
            case LONG -> in.readLong();
            case BOOLEAN -> in.readBoolean();
            case TEXT -> ImageParts.text(in);
        };
    }

    private static void alarm(Alarm alarm, DataOutput out) throws IOException {
        ImageParts.text(alarm.name(), out);
        out.writeBoolean(alarm.active());
        out.writeByte(alarm.severity().ordinal());
        ImageParts.text(alarm.message(), out);
        ImageParts.time(alarm.since(), out);
    }

    private static Alarm alarm(DataInput in) throws IOException {
        return new Alarm(ImageParts.text(in), in.readBoolean(), ImageParts.constant(Severity.values(), in), ImageParts.text(in), ImageParts.time(in));
    }

    private static void command(CommandView view, DataOutput out) throws IOException {
        Command command = view.command();
        ImageParts.text(command.id(), out);
        ImageParts.text(command.twin().value(), out);
        ImageParts.text(command.name(), out);
        out.writeInt(command.arguments().size());
        for (Map.Entry<String, Double> argument : command.arguments().entrySet()) {
            ImageParts.text(argument.getKey(), out);
            out.writeDouble(argument.getValue());
        }
        ImageParts.text(command.caller(), out);
        ImageParts.time(command.issued(), out);
        ImageParts.time(command.expires(), out);
        ImageParts.trace(view.trace(), out);
        ImageParts.list(view.history(), out, ImageCodec::step);
    }

    private static CommandView command(DataInput in) throws IOException {
        String id = ImageParts.text(in);
        TwinId twin = new TwinId(ImageParts.text(in));
        String name = ImageParts.text(in);
        Map<String, Double> arguments = new HashMap<>();
        for (int left = ImageParts.count(in); left > 0; left--) {
            arguments.put(ImageParts.text(in), in.readDouble());
        }
        Command command = new Command(id, twin, name, arguments, ImageParts.text(in), ImageParts.time(in), ImageParts.time(in));
        TraceId trace = ImageParts.trace(in);
        List<CommandView.Step> history = ImageParts.list(in, ImageCodec::step);
        if (history.isEmpty()) {
            throw new IOException("command " + id + " has no state");
        }
        CommandView.Step last = history.get(history.size() - 1);
        return new CommandView(command, trace, last.state(), last.reason(), history);
    }

    private static void step(CommandView.Step step, DataOutput out) throws IOException {
        out.writeByte(step.state().ordinal());
        ImageParts.text(step.reason(), out);
        ImageParts.time(step.time(), out);
    }

    private static CommandView.Step step(DataInput in) throws IOException {
        return new CommandView.Step(ImageParts.constant(CommandState.values(), in), ImageParts.text(in), ImageParts.time(in));
    }
}
