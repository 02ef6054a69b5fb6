package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The log of who did what. */
@Command(name = "audit", description = "The log of who did what", mixinStandardHelpOptions = true)
final class AuditCommand {
    private static final Columns COLUMNS = Columns.of("WHOLE=/whole", "LINES=/lines", "CHECKPOINTS=/checkpoints", "PROBLEM=/problem");

    @Command(description = "Reads all of it and checks that nothing was changed or taken away; exit code 1 where something was", mixinStandardHelpOptions = true)
    int verify(@Mixin Access access) throws IOException, InterruptedException {
        JsonNode found = access.post("/audit/verification", null);
        access.print(found, COLUMNS);
        return found.path("whole").asBoolean() ? 0 : Gemelloctl.FAILED;
    }
}
