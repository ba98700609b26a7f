package dev.atelier.adapters.http.service;

import dev.atelier.application.port.in.ServiceQueries.Health;
import dev.atelier.application.port.out.Models.Model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How the service is. What is wrong with the database is for the log: it may name hosts.
record HealthView(
        boolean success,
        String status,
        String database,
        JobProcessor jobProcessor,
        AiProvider aiProvider,
        ResourcesView resources,
        int workers,
        long queuedJobs,
        List<String> failing,
        Instant timestamp) {

    static HealthView of(Health health, Instant now) {
        return new HealthView(
                health.healthy(),
                health.healthy() ? "healthy" : "unhealthy",
                health.databaseProblem() == null ? "connected" : "disconnected",
                new JobProcessor(
                        health.processorRunning(),
                        health.activeJobs(),
                        health.maxConcurrentJobs(),
                        health.processingIntervalSeconds()),
                AiProvider.of(health.currentModel()),
                ResourcesView.now(),
                health.workers(),
                health.queuedJobs(),
                failing(health),
                now);
    }

    private static List<String> failing(Health health) {
        var parts = new ArrayList<String>();
        if (health.databaseProblem() != null) {
            parts.add("database");
        }
        if (!health.processorRunning()) {
            parts.add("job_processor");
        }
        if (health.draining()) {
            parts.add("stopping");
        }
        return parts;
    }

    record JobProcessor(
            boolean running, int activeJobs, int maxConcurrentJobs, long processingInterval) {}

    /// A pause is no failure of ours: it does not make the service unhealthy.
    record AiProvider(String name, @Nullable String model, String status) {

        static AiProvider of(Model model) {
            var status = model.pausedUntil() == null ? "available" : "paused";
            return new AiProvider(model.provider(), model.model(), status);
        }
    }
}
