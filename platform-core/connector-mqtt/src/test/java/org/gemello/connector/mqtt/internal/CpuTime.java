package org.gemello.connector.mqtt.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Processor time of the threads of this process since a moment, kernel included; threads of the virtual machine itself are not seen. */
final class CpuTime {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Set<String> without;
    private final Map<Long, Long> before;

    /** @param without names of threads that do not count */
    CpuTime(Set<String> without) {
        this.without = without;
        this.before = byThread();
    }

    private Map<Long, Long> byThread() {
        Map<Long, Long> times = new HashMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && !without.contains(thread.getThreadName())) {
                times.put(thread.getThreadId(), threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return times;
    }

    /** Nanoseconds; of a thread that has ended nothing is known any more. */
    long nanos() {
        return byThread().entrySet().stream().mapToLong(entry -> entry.getValue() - before.getOrDefault(entry.getKey(), 0L)).sum();
    }
}
