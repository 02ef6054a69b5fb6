package org.gemello.historian.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gemello.historian.postgres.internal.RestartsUnderLoad;
import org.gemello.historian.postgres.internal.RestartsUnderLoad.Outcome;
import org.gemello.testkit.Figures;
import org.gemello.testkit.postgres.PostgresServer;

/**
 * Restarts PostgreSQL under load, in order, at once and by SIGKILL in turn, and then compares what the log acknowledged with what the
 * history has. {@code --restarts N}, 100 unless told.
 */
public final class PostgresRestartProof {
    private PostgresRestartProof() {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        int restarts = given.contains("--restarts") ? Integer.parseInt(given.get(given.indexOf("--restarts") + 1)) : 100;
        Path folder = Files.createTempDirectory("gemello-prove-postgres");
        Outcome outcome;
        try (PostgresServer server = PostgresServer.launch()) {
            outcome = new RestartsUnderLoad(server, folder).run(restarts);
        }
        Figures figures = new Figures("postgres restarts", System.out)
                .row("restarts", String.valueOf(restarts), "a third each by SIGINT, SIGQUIT and SIGKILL")
                .row("samples acknowledged by the log", String.format("%,d", outcome.acknowledged()), "while the server came and went")
                .row("samples in the history", String.format("%,d", outcome.stored()), String.format("%,d of them distinct", outcome.distinct()))
                .print()
                .goal(String.format("%,d lost, %,d doubled", outcome.lost(), outcome.doubled()), "0 lost, 0 doubled",
                        outcome.lost() == 0 && outcome.doubled() == 0);
        System.exit(figures.met() ? 0 : 1);
    }
}
