package org.gemello.rest.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.rest.internal.HttpLoad.Latencies;
import org.gemello.rest.internal.request.RateLimit;
import org.gemello.security.Session;

/**
 * Measures the API against a bare servlet on the same server, in turns, in one run: reads of one twin's state, of a short list, and
 * writes of one sample. What is behind the API are fakes in memory: this is the cost of the way through it, with log in, rights, limits,
 * trace, figures, the contract's constraints, JSON and tags. {@code --seconds N} of each turn, 1 unless told; {@code --rounds N}, 7 unless
 * told; {@code --connections N}, 4 unless told.
 */
final class ApiBench {
    private static final int UNLIMITED = 100_000_000;
    private static final int WARM_UP = 20_000;
    private static final double GOAL = 0.4;
    private static final String BARE = "/bare";
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final double seconds;
    private final int rounds;
    private final int connections;

    /** One turn: requests a second, microseconds of the server's processor time for each, and how long they took. */
    private record Turn(double rate, double cpuMicros, Latencies latencies) {
    }

    /** What is asked for. */
    private record Case(String name, String method, String path, String body) {
    }

    private ApiBench(double seconds, int rounds, int connections) {
        this.seconds = seconds;
        this.rounds = rounds;
        this.connections = connections;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        new ApiBench(number(given, "--seconds", 1), (int) number(given, "--rounds", 7), (int) number(given, "--connections", 4)).run();
        System.exit(0); // the clients of the servers have threads of their own
    }

    private static double number(List<String> given, String name, double otherwise) {
        return given.contains(name) ? Double.parseDouble(given.get(given.indexOf(name) + 1)) : otherwise;
    }

    private void run() throws Exception {
        try (ApiServer api = new ApiServer(new RateLimit(UNLIMITED, UNLIMITED, System::nanoTime))) {
            String token = api.sessions.open(new Caller("operator", Set.of(Role.OPERATOR)));
            Session session = api.sessions.find(token).orElseThrow();
            String proof = "Cookie: " + api.sessionCookie() + "=" + token + "\r\nX-CSRF-Token: " + session.csrf() + "\r\n";
            System.out.printf("%-22s %10s %10s %8s %10s %10s %10s %8s %8s%n", "", "bare/s", "API/s", "ratio", "bare CPU us", "API CPU us", "CPU ratio",
                    "p50 us", "p99 us");
            for (Case each : List.of(new Case("one twin's state", "GET", "/twins/wt-01/state", ""),
                    new Case("short list of twins", "GET", "/twins?view=brief&limit=50", ""),
                    new Case("write of one sample", "POST", "/connections/lab/samples", "[{\"name\":\"temperature\",\"value\":300.15}]"))) {
                measure(api, each, proof);
            }
        }
    }

    private void measure(ApiServer api, Case each, String proof) throws Exception {
        URI server = api.uri("/");
        HttpLoad load = new HttpLoad(server, connections);
        String path = BARE + each.path().hashCode();
        api.serve(path, new BareServlet(answer(api, each)));
        Turn[] bare = new Turn[rounds];
        Turn[] whole = new Turn[rounds];
        for (int done = 0; done < WARM_UP;) {
            load.run(each.method(), path, "", each.body(), seconds);
            done += load.run(each.method(), each.path(), proof, each.body(), seconds).sorted().length;
        }
        for (int round = 0; round < rounds; round++) {
            bare[round] = turn(load, each.method(), path, "", each.body());
            whole[round] = turn(load, each.method(), each.path(), proof, each.body());
        }
        double rate = median(whole, true) / median(bare, true);
        System.out.printf("%-22s %10.0f %10.0f %7.0f%% %10.1f %10.1f %9.0f%% %8.0f %8.0f  %s%n", each.name(), median(bare, true), median(whole, true),
                100 * rate, median(bare, false), median(whole, false), 100 * median(bare, false) / median(whole, false), whole[rounds - 1].latencies().micros(0.5), whole[rounds - 1].latencies().micros(0.99),
                rate >= GOAL ? "reached" : "NOT reached: " + (int) (100 * GOAL) + "%");
    }

    /** What the API answers, for the bare servlet to answer too. */
    private static byte[] answer(ApiServer api, Case each) throws Exception {
        BodyPublisher body = each.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(each.body());
        HttpRequest request = api.request(each.path(), "operator").header("Content-Type", "application/json").method(each.method(), body).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
    }

    private Turn turn(HttpLoad load, String method, String path, String headers, String body) throws Exception {
        long before = serverNanos();
        Latencies latencies = load.run(method, path, headers, body, seconds);
        int count = latencies.sorted().length;
        return new Turn(count / seconds, (serverNanos() - before) / 1e3 / count, latencies);
    }

    /** Processor time of the server's threads. */
    private long serverNanos() {
        long sum = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            sum += thread.getName().startsWith("qtp") ? Math.max(0, threads.getThreadCpuTime(thread.getId())) : 0;
        }
        return sum;
    }

    private static double median(Turn[] turns, boolean rate) {
        double[] sorted = Arrays.stream(turns).mapToDouble(turn -> rate ? turn.rate() : turn.cpuMicros()).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
