package dev.atelier.adapters.http.service;

import static dev.atelier.adapters.http.observe.PrometheusText.label;

import dev.atelier.adapters.http.observe.PrometheusText;
import dev.atelier.application.port.in.JobFlow;
import dev.atelier.application.port.in.JobFlow.Finish;
import dev.atelier.application.port.in.ServiceQueries.Health;
import dev.atelier.application.port.out.StoreLoad.Load;

import java.util.Comparator;
import java.util.Map;

/// What this node knows by itself, whatever becomes of the database.
final class NodeMetrics {

    private static final String FINISHED = "aijobs_jobs_finished_total";
    private static final String BATCHES = "aijobs_commit_batch_size";

    private NodeMetrics() {}

    static void write(PrometheusText text, Health health, Load load, JobFlow flow) {
        var database = health.databaseProblem() == null ? 1 : 0;
        text.gauge("aijobs_database_up", "Whether the database answers.", database);
        text.gauge("aijobs_running", "Jobs this node works on.", health.activeJobs());
        text.gauge(
                "aijobs_running_max",
                "Jobs this node works on at most.",
                health.maxConcurrentJobs());
        text.counters(
                "aijobs_jobs_created_total",
                "Jobs that were submitted to this node.",
                "type",
                flow.created());
        writeFinished(text, flow.finished());
        writeLoad(text, load);
    }

    private static void writeFinished(PrometheusText text, Map<Finish, Long> finished) {
        text.family(FINISHED, "counter", "Jobs that this node brought to an end, by which.");
        finished.entrySet().stream()
                .sorted(
                        Map.Entry.comparingByKey(
                                Comparator.comparing(Finish::type).thenComparing(Finish::outcome)))
                .forEach(
                        count ->
                                text.sample(
                                        FINISHED,
                                        label("type", count.getKey().type())
                                                + ","
                                                + label("outcome", count.getKey().outcome()),
                                        (double) count.getValue()));
    }

    private static void writeLoad(PrometheusText text, Load load) {
        text.gauge(
                "aijobs_database_connections_in_use",
                "Connections of the pool that are in use.",
                load.connectionsInUse());
        text.gauge(
                "aijobs_database_connections_max",
                "Connections that the pool may have.",
                load.connectionsMax());
        text.gauge(
                "aijobs_database_connections_waiting",
                "How many wait for a connection.",
                load.waiting());
        text.family(BATCHES, "histogram", "How many writes were committed together.");
        load.batches().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        batch ->
                                text.histogram(
                                        BATCHES, label("kind", batch.getKey()), batch.getValue()));
    }
}
