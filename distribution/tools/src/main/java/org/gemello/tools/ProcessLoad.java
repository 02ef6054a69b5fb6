package org.gemello.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CPU time and memory of a process, as Linux and the JVM tell them. */
final class ProcessLoad {
    /** The kernel counts in hundredths of a second (USER_HZ). */
    private static final double TICKS = 100;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private final long pid;
    private long began;
    private double cpuBefore;
    private final List<Long> heap = new ArrayList<>();
    private long resident;

    ProcessLoad(long pid) throws IOException {
        this.pid = pid;
        restart();
    }

    /** Forgets what was measured so far. */
    void restart() throws IOException {
        began = System.nanoTime();
        cpuBefore = cpuSeconds();
        heap.clear();
        resident = 0;
    }

    /** Looks at the memory now. */
    void look() throws IOException, InterruptedException {
        resident = Math.max(resident, residentMegabytes(pid));
        Process jcmd = new ProcessBuilder("jcmd", Long.toString(pid), "GC.heap_info").redirectErrorStream(true).start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        long kilobytes = 0;
        for (String line : text.lines().filter(line -> line.contains("generation")).toList()) {
            Matcher used = USED.matcher(line);
            kilobytes += used.find() ? Long.parseLong(used.group(1)) : 0;
        }
        heap.add(kilobytes / 1024);
    }

    /** Resident memory of a process in MB, as the kernel counts it. */
    static long residentMegabytes(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong)
                    .findFirst().orElse(0) / 1024;
        }
    }

    /** Share of one core since the restart, in percent. */
    double cpuPercent() throws IOException {
        return 100 * (cpuSeconds() - cpuBefore) * 1e9 / (System.nanoTime() - began);
    }

    /** Lowest and highest heap in use that was seen, MB: the lowest is near what lives, the highest has garbage in it. */
    String heap() {
        return lowestHeap() + " to " + heap.stream().mapToLong(Long::longValue).max().orElse(0) + " MB";
    }

    long lowestHeap() {
        return heap.stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** Highest resident memory that was seen, MB. */
    long resident() {
        return resident;
    }

    private double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }
}
