package org.gemello.connector.opcua;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gemello.connector.opcua.internal.BenchClient;
import org.gemello.connector.opcua.internal.BenchServer;
import org.gemello.testkit.Figures;
import org.gemello.testkit.opcua.OpcUaTestServer;

/**
 * Values per CPU-second of the process that receives them: a bare Milo client that only counts, and the connector with a route
 * into a sample log on disk, without and with the twins behind it, in turns. Server and client are processes of their own, so that each CPU-second has one owner.
 * Options: {@code --items 10000 --hertz 10 --seconds 15 --rounds 3}.
 */
public final class OpcUaBench {
    private static final double GOAL = 0.6;

    private final int items;
    private final double hertz;
    private final int seconds;
    private final int rounds;
    private final Figures figures = new Figures("opcua", System.out);

    private OpcUaBench(List<String> arguments) {
        items = (int) option(arguments, "--items", 10_000);
        hertz = option(arguments, "--hertz", 10);
        seconds = (int) option(arguments, "--seconds", 15);
        rounds = (int) option(arguments, "--rounds", 3);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(new OpcUaBench(List.of(arguments)).run() ? 0 : 1);
    }

    private static double option(List<String> arguments, String name, double fallback) {
        int at = arguments.indexOf(name);
        return at < 0 ? fallback : Double.parseDouble(arguments.get(at + 1));
    }

    private boolean run() throws IOException, InterruptedException {
        int port = OpcUaTestServer.freePort();
        Process server = start(BenchServer.class, port, items, hertz);
        try (BufferedReader said = reader(server)) {
            if (!BenchServer.READY.equals(said.readLine())) {
                throw new IOException("the server did not start");
            }
            List<Round> bare = new ArrayList<>();
            List<Round> ours = new ArrayList<>();
            List<Round> twins = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                bare.add(round("bare", port));
                ours.add(round("connector", port));
                twins.add(round("twins", port));
            }
            return report(bare, ours, twins);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private Round round(String mode, int port) throws IOException, InterruptedException {
        Process client = start(BenchClient.class, mode, port, items, seconds);
        try (BufferedReader said = reader(client)) {
            String line = said.readLine();
            if (client.waitFor() != 0 || line == null) {
                throw new IOException("the client process '" + mode + "' failed");
            }
            String[] figure = line.split(" ");
            return new Round(Long.parseLong(figure[0]), Long.parseLong(figure[1]) / 1e9, Long.parseLong(figure[2]) / 1e9);
        }
    }

    private boolean report(List<Round> bare, List<Round> ours, List<Round> twins) {
        row("bare Milo client, counts only", bare);
        row("connector, route, log on disk", ours);
        row("the same, and on to the state of 100 twins", twins);
        figures.print();
        goal("into the log", median(ours) / median(bare));
        goal("on to twin state", median(twins) / median(bare));
        return figures.met();
    }

    private void goal(String where, double share) {
        figures.goal(format("%s: %.0f %% of the bare client", where, share * 100), format(">= %.0f %%", GOAL * 100), share >= GOAL);
    }

    private void row(String what, List<Round> rounds) {
        double rate = rounds.stream().mapToDouble(Round::perSecond).average().orElseThrow();
        double cores = rounds.stream().mapToDouble(round -> round.cpuSeconds() / round.seconds()).average().orElseThrow();
        double micros = 1e6 / median(rounds);
        figures.row(what, format("%,.0f values/CPU-s", median(rounds)),
                format("%.2f us CPU per value, at %,.0f of %,.0f values/s, %.2f cores", micros, rate, items * hertz, cores));
    }

    private static double median(List<Round> rounds) {
        double[] sorted = rounds.stream().mapToDouble(Round::perCpuSecond).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }

    private static Process start(Class<?> main, Object... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> command = Stream.of(java, "-Xmx512m", "-cp", System.getProperty("java.class.path"), main.getName());
        return new ProcessBuilder(Stream.concat(command, Stream.of(arguments).map(String::valueOf)).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What one client process has measured of itself. */
    private record Round(long values, double seconds, double cpuSeconds) {
        double perSecond() {
            return values / seconds;
        }

        double perCpuSecond() {
            return values / cpuSeconds;
        }
    }
}
