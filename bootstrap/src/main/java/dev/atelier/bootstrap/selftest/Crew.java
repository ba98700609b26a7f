package dev.atelier.bootstrap.selftest;

import dev.atelier.adapters.postgres.witness.Witness;
import dev.atelier.bootstrap.selftest.Step.Deed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The worker processes, and what is done to them. Of one thread at a time, but for its end.
final class Crew implements AutoCloseable {

    private final Task task;
    private final String url;
    private final Witness witness;
    private final List<WorkerProcess> workers = Collections.synchronizedList(new ArrayList<>());
    private final List<Harm> harms = new ArrayList<>();

    Crew(Task task, String url, Witness witness) {
        this.task = task;
        this.url = url;
        this.witness = witness;
    }

    void start() {
        for (int n = 0; n < FaultPlan.WORKERS; n++) {
            workers.add(worker(n));
        }
    }

    /// The name under which a program of this test is known to the database.
    static String application(Task task, String name) {
        return task.schema() + "-" + name;
    }

    /// The database's address, for a program under that name.
    static String address(String url, String application) {
        return url + (url.contains("?") ? "&" : "?") + "application_name=" + application;
    }

    private WorkerProcess worker(int n) {
        var variables = new HashMap<String, String>();
        variables.put("DATABASE_URL", address(url, application(task, "worker-" + n)));
        return WorkerProcess.start(task.command(), Map.copyOf(variables));
    }

    /// Whether all of them work.
    boolean isUp() {
        return workers.stream().allMatch(worker -> worker.worker().isPresent());
    }

    /// Whether one has ended that nobody killed.
    boolean isBroken() {
        return workers.stream().anyMatch(worker -> !worker.isAlive());
    }

    void meet(Step step) {
        var worker = workers.get(step.worker());
        if (step.deed() != Deed.THAW) {
            var at = witness.now();
            worker.worker().ifPresent(id -> harms.add(new Harm(id, at)));
        }
        switch (step.deed()) {
            case KILL -> {
                worker.kill();
                workers.set(step.worker(), worker(step.worker()));
            }
            case FREEZE -> worker.freeze();
            case THAW -> worker.thaw();
            case CUT ->
                    witness.cut(
                            List.of(
                                    application(task, "worker-" + step.worker()),
                                    application(task, "users")));
        }
    }

    List<Harm> harms() {
        return List.copyOf(harms);
    }

    @Override
    public void close() {
        List.copyOf(workers).forEach(WorkerProcess::close);
    }
}
