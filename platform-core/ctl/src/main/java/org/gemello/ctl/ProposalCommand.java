package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What twins propose. */
@Command(name = "proposal", description = "What twins propose: accept it, decline it", mixinStandardHelpOptions = true)
final class ProposalCommand {
    private static final Set<String> GOES_ON = Set.of("ACCEPTED");

    @Command(description = "Accepts a proposal: its commands are given in your name", mixinStandardHelpOptions = true)
    int accept(@Mixin Access access, @Parameters(paramLabel = "ID") String id, @Option(names = "--reason", defaultValue = "") String reason,
               @Option(names = "--wait", arity = "0..1", fallbackValue = "PT1M", paramLabel = "DURATION",
                       description = "Wait until its commands have been carried out (${FALLBACK-VALUE})") Duration patience)
            throws IOException, InterruptedException, Unfinished {
        JsonNode proposal = Decisions.accept(access, path(id), reason);
        if (patience != null) {
            proposal = Waiting.until(access, path(id), GOES_ON, patience, now -> { });
        }
        access.print(proposal, Kind.PROPOSALS.columns());
        return proposal.path("state").asText().equals("FAILED") ? Gemelloctl.FAILED : 0;
    }

    @Command(description = "Declines a proposal", mixinStandardHelpOptions = true)
    void decline(@Mixin Access access, @Parameters(paramLabel = "ID") String id, @Option(names = "--reason", required = true) String reason)
            throws IOException, InterruptedException {
        access.print(Decisions.decline(access, path(id), reason), Kind.PROPOSALS.columns());
    }

    private static String path(String id) {
        return "/proposals/" + GetCommand.encoded(id);
    }
}
