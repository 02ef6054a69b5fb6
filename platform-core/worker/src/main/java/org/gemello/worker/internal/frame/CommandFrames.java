package org.gemello.worker.internal.frame;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;

/** A command and a time as part of a frame. */
public final class CommandFrames {
    private CommandFrames() {
    }

    public static void write(Command command, FrameWriter frame) {
        frame.putText(command.id()).putText(command.twin().value()).putText(command.name()).putInt(command.arguments().size());
        command.arguments().forEach((name, value) -> frame.putText(name).putDouble(value));
        frame.putText(command.caller());
        writeTime(command.issued(), frame);
        writeTime(command.expires(), frame);
    }

    public static Command read(FrameReader frame) throws MalformedFrameException {
        String id = frame.getText();
        TwinId twin = new TwinId(frame.getText());
        String name = frame.getText();
        Map<String, Double> arguments = new HashMap<>();
        for (int left = frame.getCount(Integer.BYTES + Double.BYTES); left > 0; left--) {
            arguments.put(frame.getText(), frame.getDouble());
        }
        return new Command(id, twin, name, arguments, frame.getText(), readTime(frame), readTime(frame));
    }

    public static void writeTime(Instant time, FrameWriter frame) {
        frame.putLong(time.getEpochSecond()).putInt(time.getNano());
    }

    public static Instant readTime(FrameReader frame) throws MalformedFrameException {
        long second = frame.getLong();
        int nano = frame.getInt();
        try {
            return Instant.ofEpochSecond(second, nano);
        } catch (DateTimeException | ArithmeticException e) {
            throw new MalformedFrameException(second + " s is no time", e);
        }
    }
}
