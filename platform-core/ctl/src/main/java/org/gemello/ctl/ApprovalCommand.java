package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands that wait for somebody else's approval; {@code get commands -f state=WAITING} lists them. */
@Command(name = "approval", description = "Commands that wait for somebody else's approval: give it, refuse it", mixinStandardHelpOptions = true)
final class ApprovalCommand {

    @Command(description = "Approves a command: it is sent in the name of who asked for it", mixinStandardHelpOptions = true)
    int give(@Mixin Access access, @Parameters(paramLabel = "ID") String id, @Option(names = "--reason", defaultValue = "") String reason,
             @Option(names = "--wait", arity = "0..1", fallbackValue = "PT30S", paramLabel = "DURATION",
                     description = "Wait for the command's end (${FALLBACK-VALUE})") Duration patience)
            throws IOException, InterruptedException, Unfinished {
        JsonNode command = Decisions.accept(access, path(id), reason);
        if (patience != null) {
            command = Waiting.until(access, path(id), CommandOrder.GOES_ON, patience, now -> { });
        }
        access.print(command, Kind.COMMANDS.columns());
        return patience == null || command.path("state").asText().equals("CONFIRMED") ? 0 : Gemelloctl.FAILED;
    }

    @Command(description = "Refuses it; who asked for the command may take it back so", mixinStandardHelpOptions = true)
    void refuse(@Mixin Access access, @Parameters(paramLabel = "ID") String id, @Option(names = "--reason", required = true) String reason)
            throws IOException, InterruptedException {
        access.print(Decisions.decline(access, path(id), reason), Kind.COMMANDS.columns());
    }

    private static String path(String id) {
        return "/commands/" + GetCommand.encoded(id);
    }
}
