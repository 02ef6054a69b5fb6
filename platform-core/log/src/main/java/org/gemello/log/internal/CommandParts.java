package org.gemello.log.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;

/** A command within a record: its parts in their order. */
final class CommandParts {
    /** Length of the name, value. */
    private static final int SMALLEST_ARGUMENT = 4 + 8;

    private CommandParts() {
    }

    static void write(Command command, PayloadWriter out) {
        out.putText(command.id());
        out.putText(command.twin().value());
        out.putText(command.name());
        out.putInt(command.arguments().size());
        command.arguments().forEach((name, value) -> {
            out.putText(name);
            out.putDouble(value);
        });
        out.putText(command.caller());
        out.putInstant(command.issued());
        out.putInstant(command.expires());
    }

    static Command read(PayloadReader in) {
        String id = in.getText();
        TwinId twin = new TwinId(in.getText());
        String name = in.getText();
        Map<String, Double> arguments = new HashMap<>();
        for (int left = in.getCount(SMALLEST_ARGUMENT); left > 0; left--) {
            arguments.put(in.getText(), in.getDouble());
        }
        String caller = in.getText();
        Instant issued = in.getInstant();
        return new Command(id, twin, name, arguments, caller, issued, in.getInstant());
    }
}
