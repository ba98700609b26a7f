package dev.atelier.adapters.http.observe;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/// How the Java machine fares, under the names that the Prometheus client for Java gives.
public final class JvmMetrics {

    private static final String USED = "jvm_memory_used_bytes";
    private static final String MAX = "jvm_memory_max_bytes";
    private static final String GC = "jvm_gc_collection_seconds";

    private JvmMetrics() {}

    public static void write(PrometheusText text) {
        var memory = ManagementFactory.getMemoryMXBean();
        text.family(USED, "gauge", "Memory in use, by area.");
        text.sample(USED, "area=\"heap\"", (double) memory.getHeapMemoryUsage().getUsed());
        text.sample(USED, "area=\"nonheap\"", (double) memory.getNonHeapMemoryUsage().getUsed());
        text.family(MAX, "gauge", "Memory that may be used, by area; none if it has no bound.");
        writeBound(text, "area=\"heap\"", memory.getHeapMemoryUsage());
        writeBound(text, "area=\"nonheap\"", memory.getNonHeapMemoryUsage());
        writeCollections(text);
        text.gauge(
                "jvm_threads_current",
                "Platform threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        writeProcess(text);
    }

    private static void writeBound(PrometheusText text, String area, MemoryUsage usage) {
        if (usage.getMax() >= 0) {
            text.sample(MAX, area, (double) usage.getMax());
        }
    }

    private static void writeCollections(PrometheusText text) {
        text.family(GC, "summary", "Collections of garbage, and the time they took.");
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            var label = PrometheusText.label("gc", collector.getName());
            text.sample(GC + "_count", label, (double) Math.max(0, collector.getCollectionCount()));
            text.sample(
                    GC + "_sum", label, (double) Math.max(0, collector.getCollectionTime()) / 1000);
        }
    }

    private static void writeProcess(PrometheusText text) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        text.counter(
                "process_cpu_seconds_total",
                "Time of processors that this process has used.",
                (double) system.getProcessCpuTime() / 1e9);
        text.gauge(
                "process_start_time_seconds",
                "When this process started, in seconds since 1970.",
                (double) runtime.getStartTime() / 1000);
        text.gauge(
                "process_uptime_seconds",
                "How long this process has run.",
                (double) runtime.getUptime() / 1000);
    }
}
