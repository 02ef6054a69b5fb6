package org.gemello.connector.opcua;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gemello.connector.opcua.internal.BenchClient;
import org.gemello.connector.opcua.internal.BenchServer;
import org.gemello.testkit.Figures;
import org.gemello.testkit.opcua.OpcUaTestServer;

/**
 * Values per CPU-second of the process that receives them: a bare Milo client that only counts, and the connector with a route into a
 * sample log on disk, without and with the twins behind it. Server and clients are processes of their own, so that each CPU-second has one
 * owner; the clients run at the same time, so that what disturbs the machine disturbs all. A connector runs for months, so what counts is
 * its steady state: the just-in-time compiler, which takes minutes to come to rest, is made to begin early and is told apart.
 * Options: {@code --items 10000 --hertz 10 --warm-up 120 --seconds 20 --rounds 3}.
 */
public final class OpcUaBench {
    private static final double GOAL = 0.6;
    private static final String[] SERVER = {"-Xmx512m"};
    /** Heap and collector as the platform runs with them. */
    private static final String[] CLIENT = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:-UseDynamicNumberOfCompilerThreads",
        "-XX:CompileThresholdScaling=0.1"};

    private final int items;
    private final double hertz;
    private final int warmUp;
    private final int seconds;
    private final int rounds;
    private final Figures figures = new Figures("opcua", System.out);

    private OpcUaBench(List<String> arguments) {
        items = (int) option(arguments, "--items", 10_000);
        hertz = option(arguments, "--hertz", 10);
        warmUp = (int) option(arguments, "--warm-up", 120);
        seconds = (int) option(arguments, "--seconds", 20);
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
        Process server = start(SERVER, BenchServer.class, port, items, hertz);
        try (BufferedReader said = reader(server)) {
            if (!BenchServer.READY.equals(said.readLine())) {
                throw new IOException("the server did not start");
            }
            Process bare = client("bare", port);
            Process ours = client("connector", port);
            Process twins = client("twins", port);
            return report(rounds("bare", bare), rounds("connector", ours), rounds("twins", twins));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private Process client(String mode, int port) throws IOException {
        return start(CLIENT, BenchClient.class, mode, port, items, warmUp, seconds, rounds);
    }

    private List<Round> rounds(String mode, Process client) throws IOException, InterruptedException {
        try (BufferedReader said = reader(client)) {
            List<Round> all = said.lines().map(Round::of).toList();
            if (client.waitFor() != 0 || all.size() != rounds) {
                throw new IOException("the client process '" + mode + "' failed");
            }
            return all;
        }
    }

    private boolean report(List<Round> bare, List<Round> ours, List<Round> twins) {
        row("bare Milo client, counts only", bare);
        row("connector, route, log on disk", ours);
        row("the same, and on to the state of 100 twins", twins);
        figures.print();
        goal("into the log", ours, bare);
        goal("on to twin state", twins, bare);
        return figures.met();
    }

    private void goal(String where, List<Round> ours, List<Round> bare) {
        double share = median(bare, Round::steadyMicros) / median(ours, Round::steadyMicros);
        double all = median(bare, Round::micros) / median(ours, Round::micros);
        figures.goal(format("%s: %.0f %% of the bare client, with the compiler %.0f %%", where, share * 100, all * 100),
                format(">= %.0f %%", GOAL * 100), share >= GOAL);
    }

    private void row(String what, List<Round> rounds) {
        double rate = rounds.stream().mapToDouble(Round::perSecond).average().orElseThrow();
        figures.row(what, format("%,.0f values/CPU-s", 1e6 / median(rounds, Round::steadyMicros)),
                format("%.3f us CPU per value, %.3f with the compiler, at %,.0f of %,.0f values/s", median(rounds, Round::steadyMicros),
                        median(rounds, Round::micros), rate, items * hertz));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }

    private static Process start(String[] options, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What one client process has measured of itself. */
    private record Round(long values, double seconds, double cpuSeconds, double compilerSeconds) {
        static Round of(String line) {
            String[] figures = line.split(" ");
            return new Round(Long.parseLong(figures[0]), Long.parseLong(figures[1]) / 1e9, Long.parseLong(figures[2]) / 1e9,
                    Long.parseLong(figures[3]) / 1e9);
        }

        double perSecond() {
            return values / seconds;
        }

        /** CPU per value, with the compiler's. */
        double micros() {
            return 1e6 * cpuSeconds / values;
        }

        /** CPU per value, without the compiler's. */
        double steadyMicros() {
            return 1e6 * (cpuSeconds - compilerSeconds) / values;
        }
    }
}
