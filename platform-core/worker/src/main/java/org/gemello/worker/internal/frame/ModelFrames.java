package org.gemello.worker.internal.frame;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.PointRole;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;

/** A model as part of a frame. */
public final class ModelFrames {
    private static final PointRole[] ROLES = PointRole.values();
    /** A point, a command and a parameter have at least three texts each. */
    private static final int SMALLEST = 3 * Integer.BYTES;

    private ModelFrames() {
    }

    public static void write(TwinModel model, FrameWriter frame) {
        frame.putInt(model.schema()).putText(model.title()).putInt(model.points().size());
        for (PointSpec point : model.points()) {
            frame.putText(point.name()).putText(point.title()).putText(point.unit()).putInt(point.role().ordinal())
                    .putDouble(point.low()).putDouble(point.high());
        }
        frame.putInt(model.commands().size());
        for (CommandSpec command : model.commands()) {
            frame.putText(command.name()).putText(command.title()).putLong(command.minInterval().getSeconds())
                    .putInt(command.minInterval().getNano()).putInt(command.parameters().size());
            for (ParameterSpec parameter : command.parameters()) {
                frame.putText(parameter.name()).putText(parameter.title()).putText(parameter.unit()).putDouble(parameter.low())
                        .putDouble(parameter.high()).putDouble(parameter.maxStep()).putText(parameter.point());
            }
        }
        writeTexts(model.renamed(), frame);
        PartFrames.write(model.parts(), frame);
        ConfigurationFrames.write(model.configuration(), frame);
    }

    public static TwinModel read(FrameReader frame) throws MalformedFrameException {
        int schema = frame.getInt();
        String title = frame.getText();
        List<PointSpec> points = new ArrayList<>();
        for (int left = frame.getCount(SMALLEST); left > 0; left--) {
            points.add(new PointSpec(frame.getText(), frame.getText(), frame.getText(), ROLES[frame.getIndex(ROLES.length)],
                    frame.getDouble(), frame.getDouble()));
        }
        List<CommandSpec> commands = new ArrayList<>();
        for (int left = frame.getCount(SMALLEST); left > 0; left--) {
            commands.add(readCommand(frame));
        }
        return new TwinModel(schema, title, points, commands, readTexts(frame), PartFrames.read(frame), ConfigurationFrames.read(frame));
    }

    private static CommandSpec readCommand(FrameReader frame) throws MalformedFrameException {
        String name = frame.getText();
        String title = frame.getText();
        Duration interval = duration(frame.getLong(), frame.getInt());
        List<ParameterSpec> parameters = new ArrayList<>();
        for (int left = frame.getCount(SMALLEST); left > 0; left--) {
            parameters.add(new ParameterSpec(frame.getText(), frame.getText(), frame.getText(), frame.getDouble(), frame.getDouble(),
                    frame.getDouble(), frame.getText()));
        }
        return new CommandSpec(name, title, parameters, interval);
    }

    private static Duration duration(long seconds, int nanos) throws MalformedFrameException {
        try {
            return Duration.ofSeconds(seconds, nanos);
        } catch (ArithmeticException e) {
            throw new MalformedFrameException(seconds + " s is no duration", e);
        }
    }

    /** Texts by text, in the order of the keys. */
    public static void writeTexts(Map<String, String> texts, FrameWriter frame) {
        frame.putInt(texts.size());
        new TreeMap<>(texts).forEach((key, value) -> frame.putText(key).putText(value));
    }

    public static Map<String, String> readTexts(FrameReader frame) throws MalformedFrameException {
        Map<String, String> texts = new TreeMap<>();
        for (int left = frame.getCount(2 * Integer.BYTES); left > 0; left--) {
            texts.put(frame.getText(), frame.getText());
        }
        return texts;
    }
}
