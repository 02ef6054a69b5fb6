package org.gemello.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gemello.testkit.Figures;

/**
 * How long it takes on the running platform until a value that is pushed is seen by a query: through the API, the log on disk, the twin and
 * the API again. {@code --home DISTRIBUTION [--values N]}, 2,000 values unless told, one after the other.
 */
public final class QueryBench {
    private static final double MILLIS = 1e6;
    private static final int WARM_UP = 300;
    private static final double GOAL_MILLIS = 100;

    private QueryBench() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args, "home", "values");
        Path folder = Files.createTempDirectory("gemello-query");
        try (Platform platform = new Platform(Path.of(options.text("home")).toAbsolutePath(), Files.createDirectories(folder.resolve("data")),
                configure(folder.resolve("config")))) {
            platform.start();
            measure(platform.api(), options.number("values", 2_000));
        } finally {
            Platform.remove(folder);
        }
        System.exit(0);
    }

    private static Path configure(Path config) throws IOException {
        write(config.resolve("twins/mast.yaml"), "twins:\n  - {id: mast-1, type: energy/met-mast, name: Met mast}\n");
        write(config.resolve("connections/lab.yaml"), "connection: lab\nkind: push\n");
        write(config.resolve("bindings/lab.yaml"), "connection: lab\nbindings:\n  - twin: mast-1\n    points:\n"
                + "      - {point: Lab.T, name: temperature, unit: Cel}\n");
        return config;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void measure(ApiClient api, int values) throws IOException, InterruptedException {
        Latency stored = new Latency();
        Latency seen = new Latency();
        for (int value = 1; value <= WARM_UP + values; value++) {
            long begin = System.nanoTime();
            api.post("/connections/lab/samples", List.of(Map.of("name", "temperature", "value", value)));
            long acknowledged = System.nanoTime();
            while (!sees(api.call("GET", "/twins/mast-1/state"), value)) {
                Thread.onSpinWait();
            }
            if (value > WARM_UP) {
                stored.add((acknowledged - begin) / MILLIS);
                seen.add((System.nanoTime() - begin) / MILLIS);
            }
        }
        Figures figures = new Figures("api", System.out);
        figures.row("pushed until answered", stored.toString(), "p50 / p99 / longest; on disk by then");
        figures.row("pushed until a query sees it", seen.toString(), "p50 / p99 / longest, of " + values + " values");
        figures.print();
        figures.goal(String.format("write to query %.0f ms", seen.quantile(0.99)), "p99 under 100 ms", seen.quantile(0.99) < GOAL_MILLIS);
    }

    private static boolean sees(JsonNode state, int value) {
        for (JsonNode sample : state) {
            if (sample.get("point").asText().equals("mast-1/Lab.T")) {
                return sample.path("value").asInt() == value;
            }
        }
        return false;
    }
}
