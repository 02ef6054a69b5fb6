package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Industry packs. */
@Command(name = "pack", description = "Industry packs: install, roll back, remove, read what they log", mixinStandardHelpOptions = true,
        subcommands = PackLogCommand.class)
final class PackCommand {
    private static final Columns PLAN = Columns.of("PACK=/id", "FROM=/from", "TO=/to", "FEASIBLE=/feasible");

    /** How an operation is to be done. */
    static final class Manner {
        @Option(names = "--dry-run", description = "Show the plan and change nothing")
        private boolean dryRun;
        @Option(names = "--wait", arity = "0..1", fallbackValue = "PT10M", paramLabel = "DURATION", description = "Wait for its end (${FALLBACK-VALUE})")
        private Duration patience;
    }

    @Command(description = "Installs a pack, or goes to the version in the file", mixinStandardHelpOptions = true)
    int install(@Mixin Access access, @Mixin Manner manner, @Parameters(paramLabel = "FILE", description = "A .gpack") Path file,
                @Option(names = "--grant-all", description = "Grant all that the pack asks for") boolean grantAll)
            throws IOException, InterruptedException, Unfinished {
        if (!Files.isReadable(file)) {
            throw new UsageException("there is no readable file " + file);
        }
        JsonNode staged = access.platform().bring("/pack-uploads", file);
        ObjectNode request = request("INSTALL").put("source", staged.path("handle").asText());
        if (grantAll) {
            request.put("grantAll", true);
        }
        return carryOut(access, manner, request);
    }

    @Command(description = "Goes back to a kept version", mixinStandardHelpOptions = true)
    int rollback(@Mixin Access access, @Mixin Manner manner, @Parameters(paramLabel = "PACK") String pack,
                 @Option(names = "--to", paramLabel = "VERSION", description = "The one before where it is absent") String version)
            throws IOException, InterruptedException, Unfinished {
        ObjectNode request = request("ROLLBACK").put("id", pack);
        if (version != null) {
            request.put("source", version);
        }
        return carryOut(access, manner, request);
    }

    @Command(description = "Removes a pack; its twins are parked, their state and history stay", mixinStandardHelpOptions = true)
    int remove(@Mixin Access access, @Mixin Manner manner, @Parameters(paramLabel = "PACK") String pack)
            throws IOException, InterruptedException, Unfinished {
        return carryOut(access, manner, request("REMOVE").put("id", pack));
    }

    private static ObjectNode request(String action) {
        return JsonNodeFactory.instance.objectNode().put("action", action);
    }

    private static int carryOut(Access access, Manner manner, ObjectNode request) throws IOException, InterruptedException, Unfinished {
        if (manner.dryRun) {
            JsonNode plan = access.post("/pack-plans", request);
            access.print(plan, PLAN);
            plan.path("words").forEach(word -> access.err().println(word.asText()));
            plan.path("obstacles").forEach(obstacle -> access.err().println("obstacle: " + obstacle.asText()));
            return plan.path("feasible").asBoolean() ? 0 : Gemelloctl.FAILED;
        }
        JsonNode job = access.post("/pack-operations", request);
        if (manner.patience != null) {
            return JobCommand.follow(access, job.path("id").asText(), manner.patience);
        }
        access.print(job, Kind.JOBS.columns());
        return 0;
    }
}
