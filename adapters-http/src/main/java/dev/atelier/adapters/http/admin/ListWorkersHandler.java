package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.application.port.in.Supervision;
import dev.atelier.application.port.in.Supervision.WorkerStanding;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.Instant;
import java.util.List;

/// `GET /admin/workers`: the processes that run jobs and are alive.
public record ListWorkersHandler(Supervision supervision) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var workers = supervision.workers().stream().map(WorkerView::of).toList();

        Answer.json(request, response, new WorkersView(true, workers));
    }

    record WorkersView(boolean success, List<WorkerView> workers) {}

    record WorkerView(String id, int slots, int running, Instant startedAt, Instant heartbeatAt) {

        static WorkerView of(WorkerStanding worker) {
            return new WorkerView(
                    worker.id().toString(),
                    worker.slots(),
                    worker.running(),
                    worker.startedAt(),
                    worker.heartbeatAt());
        }
    }
}
