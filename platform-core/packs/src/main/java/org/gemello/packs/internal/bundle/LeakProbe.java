package org.gemello.packs.internal.bundle;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Looks whether a retired version has really gone. Sees class loaders that stay, threads and timers that run, and beans in the management
 * server. What holds a class loader otherwise (a thread local, a static field of the platform, a shutdown hook) cannot be seen from
 * inside; then it says so.
 */
public final class LeakProbe {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private LeakProbe() {
    }

    /**
     * Waits for the garbage collector, which it asks to work.
     *
     * @return what has been left and what holds it, empty where nothing has
     */
    public static String search(Remains remains, Duration patience) throws InterruptedException {
        for (long end = System.nanoTime() + patience.toNanos(); !remains.areGone() && System.nanoTime() < end; ) {
            System.gc();
            Thread.sleep(PAUSE.toMillis());
        }
        List<String> holders = holders(remains);
        if (remains.areGone() && holders.isEmpty()) {
            return "";
        }
        return remains.origin() + " has been retired and " + (remains.areGone() ? "has left something behind: "
                : "its classes are still in memory: ")
                + (holders.isEmpty()
                        ? "no thread and no management bean holds them, so a thread local of a thread of the platform, a shutdown hook"
                + " or a static field does; a heap dump shows the path" : String.join("; ", holders));
    }

    private static List<String> holders(Remains remains) {
        List<String> holders = new ArrayList<>();
        for (Map.Entry<Thread, StackTraceElement[]> running : Thread.getAllStackTraces().entrySet()) {
            Thread thread = running.getKey();
            String where = Arrays.stream(running.getValue()).filter(frame -> remains.isOwnName(frame.getClassName())).findFirst()
                    .map(frame -> ", which is in " + frame).orElse("");
            if (remains.isOwn(thread.getContextClassLoader()) || remains.isOwn(thread.getClass().getClassLoader())) {
                holders.add("thread '" + thread.getName() + "'" + where);
            } else if (!where.isEmpty() && !remains.areGone()) {
                holders.add("by its stack thread '" + thread.getName() + "'" + where + ", unless that is the class of another version");
            }
        }
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : beans.queryNames(null, null)) {
            try {
                if (!remains.areGone() && remains.isOwn(beans.getClassLoaderFor(name))) {
                    holders.add("management bean " + name);
                }
            } catch (InstanceNotFoundException e) {
                continue; // gone between the two calls
            }
        }
        return holders.stream().sorted().toList();
    }
}
