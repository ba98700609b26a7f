package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.observe.PrometheusText;
import dev.atelier.application.port.in.WorkDone;

/// What this node's worker has done.
final class WorkMetrics {

    private static final String WAITS = "aijobs_queue_wait_seconds";
    private static final String RUNS = "aijobs_run_seconds";

    private WorkMetrics() {}

    static void write(PrometheusText text, WorkDone done) {
        text.counters(
                "aijobs_attempts_total",
                "Attempts of this node, by what became of the job.",
                "outcome",
                done.attempts());
        text.family(WAITS, "histogram", "How long jobs had been due when they started first.");
        text.histogram(WAITS, "", done.waits());
        text.family(RUNS, "histogram", "How long attempts ran.");
        text.histogram(RUNS, "", done.runs());
        text.counter(
                "aijobs_leases_lost_total",
                "How often this node lost its lease, and stopped all that it ran.",
                (double) done.leasesLost());
    }
}
