package dev.atelier.adapters.http.service;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;

/// What this process uses, as the JVM measures it. The load is 0 to 1, null where the JVM cannot
/// tell.
record ResourcesView(
        long heapUsedMb, long heapMaxMb, @Nullable Double cpuLoad, long uptimeSeconds) {

    private static final int MB = 1024 * 1024;

    static ResourcesView now() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var uptime = ManagementFactory.getRuntimeMXBean().getUptime();
        return new ResourcesView(
                heap.getUsed() / MB, heap.getMax() / MB, processLoad(), uptime / 1000);
    }

    private static @Nullable Double processLoad() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        if (system instanceof com.sun.management.OperatingSystemMXBean detailed) {
            var load = detailed.getProcessCpuLoad();
            return load < 0 ? null : Math.round(load * 100) / 100.0;
        }
        return null;
    }
}
