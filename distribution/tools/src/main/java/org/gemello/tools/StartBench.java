package org.gemello.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gemello.testkit.Figures;

/**
 * Cold start to REST answering, restart, resident memory with the energy pack and 1,000 points, size of the archive.
 * {@code --home DISTRIBUTION [--rounds N] [--seconds N]}; the figures are medians of the rounds.
 */
public final class StartBench {
    private static final int EXTRA_POINTS = 1_000;

    private StartBench() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args, "home", "rounds", "seconds");
        Path home = Path.of(options.text("home")).toAbsolutePath();
        List<Long> cold = new ArrayList<>();
        List<Long> again = new ArrayList<>();
        List<Long> resident = new ArrayList<>();
        for (int round = 0; round < options.number("rounds", 3); round++) {
            Path folder = Files.createTempDirectory("gemello-start");
            try {
                round(home, folder, options.number("seconds", 20), cold, again, resident);
            } finally {
                Platform.remove(folder);
            }
        }
        Figures figures = new Figures("start", System.out);
        figures.row("cold start to ready", seconds(cold), "empty data folder; all rounds: " + cold + " ms");
        figures.row("restart to ready", seconds(again), "container cache, state and log there; all rounds: " + again + " ms");
        figures.row("resident memory", median(resident) + " MB", EXTRA_POINTS + " points more than the demo's at 1 Hz; heap limit of the script; all rounds: " + resident);
        Optional<Long> archive = archive(home);
        archive.ifPresent(bytes -> figures.row("archive", bytes / 1_000_000 + " MB", "tar.gz"));
        figures.print();
        figures.goal("cold start " + seconds(cold), "under 10 s", median(cold) < 10_000);
        figures.goal("restart " + seconds(again), "under 8 s", median(again) < 8_000);
        figures.goal("resident " + median(resident) + " MB", "under 600 MB", median(resident) < 600);
        archive.ifPresent(bytes -> figures.goal("archive " + bytes / 1_000_000 + " MB", "under 120 MB", bytes < 120_000_000));
        System.exit(0);
    }

    private static void round(Path home, Path folder, int seconds, List<Long> cold, List<Long> again, List<Long> resident) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (Plant plant = new Plant(home, folder, "--extra", Integer.toString(EXTRA_POINTS), "--extra-hz", "1")) {
            Path config = plant.configure(home, folder.resolve("config"));
            Files.writeString(config.resolve("bindings/load.yaml"), loadBindings());
            try (Platform platform = new Platform(home, data, config)) {
                cold.add(timed(platform::start));
                platform.stop();
                again.add(timed(platform::start));
                TimeUnit.SECONDS.sleep(seconds); // the time under load that the figure is about
                resident.add(platform.residentMegabytes());
                int points = platform.get("/twins/mast-1/state").size();
                if (points < EXTRA_POINTS) {
                    throw new IllegalStateException("only " + points + " points are alive, so the memory figure would mean nothing");
                }
            }
        }
    }

    private static String loadBindings() {
        StringBuilder yaml = new StringBuilder("connection: plant\nbindings:\n  - twin: mast-1\n    prefix: \"nsu=urn:gemello:demo-plant;s=\"\n    points:\n");
        for (int i = 1; i <= EXTRA_POINTS; i++) {
            yaml.append(String.format("      - { point: Load.%04d, node: Load.%04d, unit: \"1\" }%n", i, i));
        }
        return yaml.toString();
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static long timed(Step step) throws IOException, InterruptedException {
        long began = System.nanoTime();
        step.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static String seconds(List<Long> millis) {
        return String.format("%.1f s", median(millis) / 1000.0);
    }

    /** The archive that the build puts beside the unpacked distribution; there is none where only the latter was copied. */
    private static Optional<Long> archive(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.getParent())) {
            Optional<Path> archive = files.filter(file -> file.getFileName().toString().matches("gemello-distribution-.*\\.tar\\.gz")).findFirst();
            return archive.isPresent() ? Optional.of(Files.size(archive.get())) : Optional.empty();
        }
    }
}
