package org.gemello.tools.swap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Live heap, metaspace and loaded classes of a JVM after a full collection, as {@code jcmd} tells them. */
final class Footprint {
    private static final Pattern HEAP = Pattern.compile("generation .*used (\\d+)K");
    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");
    private static final double FLAT = 1.10;
    private static final long FLAT_KILOBYTES = 4096;
    private final long heap;
    private final long metaspace;
    private final long loaders;

    Footprint(long pid) throws IOException, InterruptedException {
        collect(pid);
        String info = jcmd(pid, "GC.heap_info");
        heap = sum(HEAP, info);
        metaspace = sum(METASPACE, info);
        loaders = jcmd(pid, "VM.classloaders").lines().filter(line -> line.contains("BundleClassLoader") || line.contains("BundleWiring")).count();
    }

    /** Two full collections: the first makes class loaders unreachable for the second. */
    static void collect(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder("jcmd", Long.toString(pid), command).redirectErrorStream(true).start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return text;
    }

    private static long sum(Pattern pattern, String text) {
        long sum = 0;
        for (Matcher found = pattern.matcher(text); found.find();) {
            sum += Long.parseLong(found.group(1));
        }
        return sum;
    }

    boolean isFlatSince(Footprint before) {
        return metaspace > 0 && metaspace < Math.max(before.metaspace * FLAT, before.metaspace + FLAT_KILOBYTES) && loaders <= before.loaders + 1;
    }

    String growthSince(Footprint before) {
        return String.format("%+d kB, live heap %+d kB, bundle class loaders %+d", metaspace - before.metaspace, heap - before.heap,
                loaders - before.loaders);
    }

    @Override
    public String toString() {
        return String.format("%d MB, %d MB, %d bundle class loaders", heap / 1024, metaspace / 1024, loaders);
    }
}
