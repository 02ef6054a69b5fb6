package org.gemello.rest.internal.metric;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import javax.management.JMException;

/** Figures of the process and its Java. */
final class JvmFigures {
    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    private JvmFigures() {
    }

    static void write(Exposition out) {
        var memory = ManagementFactory.getMemoryMXBean();
        Map<String, MemoryUsage> areas = Map.of("heap", memory.getHeapMemoryUsage(), "other", memory.getNonHeapMemoryUsage());
        out.gauge("gemello_jvm_memory_bytes", "Memory in use");
        areas.forEach((area, usage) -> out.sample(usage.getUsed(), "area", area));
        out.gauge("gemello_jvm_heap_limit_bytes", "Most that the heap may grow to").sample(areas.get("heap").getMax());
        out.gauge("gemello_jvm_threads", "Threads").sample(ManagementFactory.getThreadMXBean().getThreadCount());
        out.gauge("gemello_jvm_classes", "Classes loaded").sample(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        out.counter("gemello_jvm_collections_total", "Garbage collections");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            out.sample(Math.max(0, collector.getCollectionCount()), "collector", collector.getName());
        }
        out.counter("gemello_jvm_collection_seconds_total", "Time spent in garbage collections");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            out.sample(Math.max(0, collector.getCollectionTime()) / MILLIS, "collector", collector.getName());
        }
        out.gauge("gemello_process_start_seconds", "When the process started, in seconds since 1970")
                .sample(ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        out.counter("gemello_process_cpu_seconds_total", "Processor time used").sample(system("ProcessCpuTime") / NANOS);
        out.gauge("gemello_process_open_files", "Open files and sockets").sample(system("OpenFileDescriptorCount"));
        out.gauge("gemello_process_open_files_limit", "Most that may be open").sample(system("MaxFileDescriptorCount"));
    }

    /** By name: the type that has these is a package of the JDK that containers do not give to bundles. NaN where this system does not tell. */
    private static double system(String attribute) {
        try {
            Object value = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(ManagementFactory.getOperatingSystemMXBean().getObjectName(), attribute);
            return ((Number) value).doubleValue();
        } catch (JMException e) {
            return Double.NaN;
        }
    }
}
