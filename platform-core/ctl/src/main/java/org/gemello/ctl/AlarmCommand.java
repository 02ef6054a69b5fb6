package org.gemello.ctl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done about alarms, after ISA-18.2. */
@Command(name = "alarm", description = "What is done about alarms: acknowledge, shelve, suppress, take out of service, restore", mixinStandardHelpOptions = true)
final class AlarmCommand {
    /** Which alarm, and why. */
    static final class Target {
        @Parameters(index = "0", paramLabel = "SOURCE", description = "Twin, or platform")
        private String source;
        @Parameters(index = "1", paramLabel = "ALARM")
        private String alarm;
        @Option(names = "--reason", defaultValue = "", description = "For the record; needed to put an alarm aside")
        private String reason;

        private void handle(Access access, String action, Integer minutes) throws IOException, InterruptedException {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("action", action);
            if (!reason.isEmpty()) {
                body.put("reason", reason);
            }
            if (minutes != null) {
                body.put("minutes", minutes);
            }
            access.print(access.post("/alarms/" + GetCommand.encoded(source) + '/' + GetCommand.encoded(alarm) + "/handling", body), Kind.ALARMS.columns());
        }
    }

    @Command(aliases = "ack", description = "Says that somebody has seen it", mixinStandardHelpOptions = true)
    void acknowledge(@Mixin Access access, @Mixin Target target) throws IOException, InterruptedException {
        target.handle(access, "ACKNOWLEDGE", null);
    }

    @Command(description = "Puts it aside for a time", mixinStandardHelpOptions = true)
    void shelve(@Mixin Access access, @Mixin Target target,
                @Option(names = "--minutes", defaultValue = "60", description = "1 to 1440 (${DEFAULT-VALUE})") int minutes)
            throws IOException, InterruptedException {
        target.handle(access, "SHELVE", minutes);
    }

    @Command(description = "Puts it aside because of the state of the plant, until it is restored", mixinStandardHelpOptions = true)
    void suppress(@Mixin Access access, @Mixin Target target) throws IOException, InterruptedException {
        target.handle(access, "SUPPRESS", null);
    }

    @Command(name = "out-of-service", description = "Puts it aside for maintenance, until it is restored", mixinStandardHelpOptions = true)
    void outOfService(@Mixin Access access, @Mixin Target target) throws IOException, InterruptedException {
        target.handle(access, "TAKE_OUT_OF_SERVICE", null);
    }

    @Command(description = "Brings it back", mixinStandardHelpOptions = true)
    void restore(@Mixin Access access, @Mixin Target target) throws IOException, InterruptedException {
        target.handle(access, "RESTORE", null);
    }
}
