package org.gemello.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gemello.api.SampleBatch;
import org.gemello.api.log.LogEntry.Samples;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.testkit.Figures;

/**
 * Kills a process that appends, with SIGKILL at random moments, opens the log again and looks for every batch that was
 * acknowledged: at its offset, with its content, once, and offsets without a hole. {@code --kills N}, 50 unless told.
 */
final class KillProof {
    /** Small segments, so that kills fall on the change of segments too. */
    static final LogOptions OPTIONS = LogOptions.DEFAULT.withSegmentBytes(4 << 20).withRetention(64 << 20, Duration.ofDays(7));
    private static final int DEATH_SECONDS = 60;
    private static final int LIFE_MILLIS = 150;
    private final Path directory;
    private final Random random = new Random();
    private final Map<Integer, Long> lastCounters = new HashMap<>();
    private int lives;
    private long checked;
    private long acknowledged;
    private long records;

    KillProof(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length == 2 && arguments[0].equals("--kills") ? Integer.parseInt(arguments[1]) : 50;
        Path directory = Files.createTempDirectory("gemello-kill9");
        Figures figures = new Figures("kill9", System.out);
        try {
            KillProof proof = new KillProof(directory);
            String broken = proof.run(kills);
            figures.row("kills", "" + kills, "SIGKILL at random moments")
                    .row("acknowledged batches", "" + proof.acknowledged, "each found")
                    .row("batches in the log", "" + proof.records, "each once, offsets without a hole").print()
                    .goal(broken.isEmpty() ? "0 lost, 0 doubled" : broken, "0 lost, 0 doubled", broken.isEmpty());
        } finally {
            Scratch.remove(directory);
        }
        System.exit(figures.met() ? 0 : 1);
    }

    long acknowledged() {
        return acknowledged;
    }

    /** @return what was broken, in words; empty where every promise held */
    String run(int kills) throws IOException, InterruptedException {
        return run(kills, Fault.NONE);
    }

    /** The same while the disk makes trouble. */
    String run(int kills, Fault fault) throws IOException, InterruptedException {
        String broken = "";
        for (int kill = 0; kill < kills && broken.isEmpty(); kill++) {
            broken = check(liveAndDie(lives++, fault));
        }
        return broken;
    }

    /** Acknowledged batches of one child: offset to {thread, counter}. */
    private Map<Long, long[]> liveAndDie(int life, Fault fault) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String first = Long.toString(life * 1_000_000L + 1);
        List<String> command = List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dslf4j.internal.verbosity=ERROR", "-cp",
                System.getProperty("java.class.path"), KillChild.class.getName(), directory.toString(), first);
        Process child = new ProcessBuilder(fault.around(command)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Map<Long, long[]> told = new HashMap<>();
        List<ProcessHandle> traced = List.of();
        Thread killer = null;
        try (BufferedReader out = child.inputReader()) {
            for (Optional<String> line = wholeLine(out); line.isPresent(); line = wholeLine(out)) {
                String[] part = line.get().split(" ");
                told.put(Long.parseLong(part[2]), new long[] {Long.parseLong(part[0]), Long.parseLong(part[1])});
                if (killer == null) {
                    traced = child.descendants().toList();
                    killer = killAfter(child, fault, random.nextInt(LIFE_MILLIS));
                }
            }
        } finally {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly().waitFor();
            // what was traced may die later than its tracer, and until then it has the log
            traced.forEach(process -> process.onExit().orTimeout(DEATH_SECONDS, TimeUnit.SECONDS).join());
        }
        if (told.isEmpty()) {
            throw new IOException("the child ended without one acknowledged batch");
        }
        return told;
    }

    private static Thread killAfter(Process child, Fault fault, int millis) {
        Thread killer = new Thread(() -> {
            try {
                fault.strike();
                child.waitFor(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                // unlike the same method of Process it leaves the pipe, so the last lines can be read; a tracer goes with what it traces
                child.descendants().forEach(ProcessHandle::destroyForcibly);
                child.toHandle().destroyForcibly();
            }
        });
        killer.start();
        return killer;
    }

    /** A line with its end: what the kill has cut in two says nothing. */
    private static Optional<String> wholeLine(BufferedReader out) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = out.read();
        while (next >= 0 && next != '\n') {
            line.append((char) next);
            next = out.read();
        }
        return next < 0 ? Optional.empty() : Optional.of(line.toString());
    }

    /** Reads what is new in the log. */
    private String check(Map<Long, long[]> told) throws InterruptedException {
        try (CloseableSampleLog log = SampleLogs.open(directory, OPTIONS); Tail tail = log.tail(checked)) {
            String broken = "";
            for (Optional<LogRecord> r = tail.poll(Duration.ZERO); r.isPresent() && broken.isEmpty(); r = tail.poll(Duration.ZERO)) {
                broken = check(log, r.get(), told.remove(r.get().offset()));
            }
            acknowledged += told.size();
            if (broken.isEmpty() && !told.isEmpty()) {
                broken = told.size() + " acknowledged batches lost, the first at " + told.keySet().iterator().next();
            }
            return broken.isEmpty() && checked != log.end() ? "the log ends at " + log.end() + ", its records at " + checked : broken;
        }
    }

    private String check(CloseableSampleLog log, LogRecord record, long[] acknowledgedAs) {
        SampleBatch batch = ((Samples) record.entry()).batch();
        int thread = KillWork.thread(batch);
        long counter = KillWork.counter(batch);
        Long before = lastCounters.put(thread, counter);
        records++;
        if (record.offset() != checked) {
            return "a hole: offset " + record.offset() + " after " + checked;
        }
        checked = record.next();
        if (before != null && counter <= before) {
            return "doubled: thread " + thread + " has counter " + counter + " after " + before;
        }
        if (acknowledgedAs != null) {
            acknowledged++;
            if (acknowledgedAs[0] != thread || acknowledgedAs[1] != counter) {
                return "offset " + record.offset() + " holds another batch than the one acknowledged";
            }
        }
        return Batches.same(batch, KillWork.batch(log.points(), thread, counter).batch()) ? "" : "content differs at " + record.offset();
    }
}
