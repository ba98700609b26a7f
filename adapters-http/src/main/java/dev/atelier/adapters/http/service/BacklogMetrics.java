package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.observe.PrometheusText;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.ServiceQueries.Backlog;

/// What the database knows of all nodes, read from its roll-ups: the cost does not grow with the
/// jobs. Every node tells the same.
final class BacklogMetrics {

    private static final String JOBS = "aijobs_jobs";

    private BacklogMetrics() {}

    static void write(PrometheusText text, Backlog backlog) {
        var jobs = backlog.jobs();
        var oldest = jobs.oldestQueuedSeconds();
        text.gauge("aijobs_workers", "Nodes whose lease is alive.", backlog.workers());
        text.gauge("aijobs_queue_depth", "Jobs that wait.", (double) jobs.queued());
        text.gauge(
                "aijobs_queue_oldest_age_seconds",
                "How long the first of the jobs that are due has been so; 0 if none is.",
                oldest == null ? 0 : oldest);
        text.gauge(
                "aijobs_webhook_overdue_seconds",
                "How long the first of the webhooks that are due has been so; 0 if none is.",
                (double) backlog.messagesOverdue().toMillis() / 1000);
        writeJobs(text, jobs);
    }

    private static void writeJobs(PrometheusText text, JobStats jobs) {
        text.family(JOBS, "gauge", "Jobs that are kept, by where they stand.");
        text.sample(JOBS, "status=\"queued\"", (double) jobs.queued());
        text.sample(JOBS, "status=\"processing\"", (double) jobs.processing());
        text.sample(JOBS, "status=\"completed\"", (double) jobs.completed());
        text.sample(JOBS, "status=\"failed\"", (double) jobs.failed());
        text.sample(JOBS, "status=\"cancelled\"", (double) jobs.cancelled());
    }
}
