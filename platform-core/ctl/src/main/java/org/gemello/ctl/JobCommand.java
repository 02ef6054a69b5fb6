package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Long work. */
@Command(name = "job", description = "Long work: wait for it, cancel it", mixinStandardHelpOptions = true)
final class JobCommand {
    private static final Set<String> GOES_ON = Set.of("WAITING", "RUNNING");

    @Command(name = "wait", description = "Waits for its end; exit code 1 where it failed or was cancelled", mixinStandardHelpOptions = true)
    int waitFor(@Mixin Access access, @Parameters(paramLabel = "ID") String id,
                @Option(names = "--timeout", defaultValue = "PT10M", description = "ISO 8601 (${DEFAULT-VALUE})") Duration timeout)
            throws IOException, InterruptedException, Unfinished {
        return follow(access, id, timeout);
    }

    @Command(description = "Asks it to stop", mixinStandardHelpOptions = true)
    void cancel(@Mixin Access access, @Parameters(paramLabel = "ID") String id) throws IOException, InterruptedException {
        access.print(access.post("/jobs/" + GetCommand.encoded(id) + "/cancellation", null), Kind.JOBS.columns());
    }

    /** Shows progress until the end; the exit code. */
    static int follow(Access access, String id, Duration patience) throws IOException, InterruptedException, Unfinished {
        String[] told = {""};
        JsonNode end = Waiting.until(access, "/jobs/" + GetCommand.encoded(id), GOES_ON, patience, job -> {
            String now = String.format("%3.0f %%  %s", 100 * job.path("progress").asDouble(), job.path("message").asText());
            if (!now.equals(told[0])) {
                told[0] = now;
                access.err().println(now);
            }
        });
        access.print(end, Kind.JOBS.columns());
        return end.path("state").asText().equals("DONE") ? 0 : Gemelloctl.FAILED;
    }
}
