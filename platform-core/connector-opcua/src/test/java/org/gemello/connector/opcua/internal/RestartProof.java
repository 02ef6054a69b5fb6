package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gemello.api.PointId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;

/**
 * A server that is stopped and started at random moments while its counters go on, some with a history and some without: in the end
 * every count is there once, live or late, or a gap says that it is not. With a history there is no gap at all.
 */
public final class RestartProof {
    private static final int COUNTERS = 50;
    private static final double HERTZ = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOOK_MILLIS = 50;

    private final int restarts;
    private final Consumer<String> progress;
    private final OpcUaTestServer server = new OpcUaTestServer();
    private final List<OpcUaVariable> counters = server.counters("counter", COUNTERS, HERTZ);

    /**
     * What came of it.
     *
     * @param counts   counts that are there
     * @param filled   of these those that came from the history
     * @param covered  counts that are missing, each within a gap
     * @param problems what is wrong; empty where everything is accounted for
     */
    public record Result(int counts, int filled, int covered, List<String> problems) {
    }

    /** @param progress told in words what happens */
    public RestartProof(int restarts, Consumer<String> progress) {
        this.restarts = restarts;
        this.progress = progress;
        counters.subList(0, COUNTERS / 2).forEach(OpcUaVariable::withHistory);
    }

    public Result run() throws Exception {
        Site site = new Site(server.endpoint()).with("historyPatience", "20 s");
        List<PointId> points = IntStream.range(0, COUNTERS)
                .mapToObj(i -> site.bind("t/" + counters.get(i).name(), counters.get(i).nodeId())).toList();
        server.start();
        try (server; RunningConnector connector = new RunningConnector(site)) {
            awaitData(connector);
            for (int i = 1; i <= restarts; i++) {
                server.stop();
                Thread.sleep(ThreadLocalRandom.current().nextInt(1_000));
                server.start();
                awaitData(connector);
                Thread.sleep(ThreadLocalRandom.current().nextInt(1_000));
                if (i % 10 == 0) {
                    progress.accept(i + " of " + restarts + " restarts, " + connector.connection().view().received() + " values live");
                }
            }
            until("nothing is left to be filled", () -> connector.consumer().unfilled() == 0);
            return result(connector, points);
        }
    }

    private void awaitData(RunningConnector connector) throws InterruptedException {
        long received = connector.connection().view().received();
        until("values come", () -> connector.connection().view().state() == ConnectionState.CONNECTED
                && connector.connection().view().received() > received + COUNTERS);
    }

    private static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("waited in vain until " + what);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Result result(RunningConnector connector, List<PointId> points) {
        List<String> problems = new ArrayList<>();
        int counts = 0;
        int filled = 0;
        int covered = 0;
        for (int i = 0; i < points.size(); i++) {
            Ledger ledger = new Ledger(connector.log, points.get(i));
            ledger.problems().forEach(problems::add);
            boolean hasHistory = counters.get(i).history() != null;
            if (hasHistory && (ledger.missing() > 0 || !connector.log.gaps(points.get(i)).isEmpty())) {
                problems.add(points.get(i) + " has a history, and still " + ledger.missing() + " counts are missing: "
                        + connector.log.gaps(points.get(i)));
            }
            counts += ledger.size();
            covered += ledger.missing();
            filled += connector.log.backfill(points.get(i)).size();
        }
        return new Result(counts, filled, covered, problems);
    }
}
