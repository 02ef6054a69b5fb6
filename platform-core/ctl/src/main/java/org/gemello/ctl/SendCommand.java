package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a command to a twin. */
@Command(name = "command", description = "Sends a command to a twin, such as: gemelloctl command wt-01 set-power-limit limit=3000 --wait",
        mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {
    private static final Columns COLUMNS = Columns.of("ID=/id", "TWIN=/twin", "COMMAND=/name", "ARGUMENTS=/arguments", "STATE=/state", "REASON=/reason");
    @Mixin
    private Access access;
    @Parameters(index = "0", paramLabel = "TWIN")
    private String twin;
    @Parameters(index = "1", paramLabel = "COMMAND")
    private String name;
    @Parameters(index = "2..*", paramLabel = "PARAMETER=NUMBER")
    private Map<String, Double> arguments = new LinkedHashMap<>();
    @Option(names = "--dry-run", description = "Check it against the twin's model and send nothing")
    private boolean dryRun;
    @Option(names = "--wait", arity = "0..1", fallbackValue = "PT30S", paramLabel = "DURATION", description = "Wait for its end (${FALLBACK-VALUE})")
    private Duration patience;

    @Override
    public Integer call() throws IOException, InterruptedException, Unfinished {
        CommandOrder order = new CommandOrder(twin, name, arguments);
        if (dryRun) {
            order.check(access);
            access.out().println(order + " would be sent");
            return 0;
        }
        JsonNode end = order.send(access, patience);
        access.print(end, COLUMNS);
        return patience == null || end.path("state").asText().equals("CONFIRMED") ? 0 : Gemelloctl.FAILED;
    }
}
