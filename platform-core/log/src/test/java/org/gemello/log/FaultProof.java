package org.gemello.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gemello.testkit.Figures;

/**
 * Breaks the disk under a log that is being written, in each way that can be had on this machine: a small file system that
 * fills up and is emptied again, a force that fails with EIO by {@code strace}, and then SIGKILL. After each round the log is
 * opened again, and everything acknowledged must be there, once and in order. {@code --rounds N}, 10 unless told.
 */
final class FaultProof {
    private final Random random = new Random();

    private FaultProof() {
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 2 && arguments[0].equals("--rounds") ? Integer.parseInt(arguments[1]) : 10;
        Path directory = Files.createTempDirectory("gemello-faults");
        Figures figures = new Figures("faults", System.out);
        try {
            new FaultProof().run(directory, rounds, figures);
        } finally {
            Scratch.remove(directory);
        }
        System.exit(figures.met() ? 0 : 1);
    }

    private void run(Path directory, int rounds, Figures figures) throws Exception {
        List<String> broken = new ArrayList<>();
        if (Strace.isThere()) {
            KillProof proof = new KillProof(directory.resolve("eio"));
            Path trace = directory.resolve("trace");
            for (int round = 0; round < rounds; round++) {
                broken.add(proof.run(1, Strace.failingForce(2 + random.nextInt(6), 1 + random.nextInt(3), trace)));
            }
            figures.row("EIO by fsync, then SIGKILL", Strace.injected(trace) + " in " + rounds + " rounds", proof.acknowledged() + " acknowledged batches, each found once");
        } else {
            figures.row("EIO by fsync", "left out", "strace is not installed, or may not trace (Debian: apt-get install strace)");
        }
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("small"))) {
            KillProof proof = new KillProof(disk.folder().resolve("log"));
            for (int round = 0; round < rounds; round++) {
                broken.add(proof.run(1, disk.fillAndEmpty(random)));
            }
            figures.row("disk full, emptied, then SIGKILL", rounds + " rounds",
                    proof.acknowledged() + " acknowledged batches, each found once");
        } catch (SmallDisk.NotAllowedException e) {
            figures.row("disk full", "left out", e.getMessage());
        }
        String first = broken.stream().filter(text -> !text.isEmpty()).findFirst().orElse("");
        figures.print().goal(first.isEmpty() ? "0 lost, 0 doubled" : first, "0 lost, 0 doubled", first.isEmpty());
        if (broken.isEmpty()) {
            figures.goal("nothing could be tried", "one kind of fault at least", false);
        }
    }
}
