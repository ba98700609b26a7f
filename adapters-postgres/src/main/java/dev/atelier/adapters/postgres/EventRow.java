package dev.atelier.adapters.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.application.port.in.JobDetails.Attempt;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.JobEvent;
import dev.atelier.domain.job.JobEvent.JobCancelled;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.JobEvent.JobFailed;
import dev.atelier.domain.job.JobEvent.JobQueued;
import dev.atelier.domain.job.JobEvent.JobReleased;
import dev.atelier.domain.job.JobEvent.JobRequeued;
import dev.atelier.domain.job.JobEvent.JobRetried;
import dev.atelier.domain.job.JobEvent.JobStarted;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A job's events as rows, and the attempts that they tell of.
final class EventRow {

    private EventRow() {}

    /// What is particular to the event, as JSON. A design is stored with the job, not here.
    static String data(JobEvent event) {
        var node = Json.object();
        switch (event) {
            case JobQueued _, JobReleased _, JobCancelled _, JobRetried _ -> {}
            case JobStarted(var worker, _) -> node.put("worker", worker.toString());
            case JobRequeued(var failure, var due, var by, _) -> {
                put(node, failure);
                node.put("due", due.toString());
                put(node, by);
            }
            case JobCompleted(var design, var canvas, var by, _) -> {
                node.put("canvas_id", canvas.id().value())
                        .put("canvas_version", canvas.version())
                        .put("objects", design.objects().size());
                put(node, by);
            }
            case JobFailed(var failure, var by, _) -> {
                put(node, failure);
                put(node, by);
            }
        }
        return node.toString();
    }

    private static void put(ObjectNode node, Failure failure) {
        node.put("failure", failure.kind().word()).put("message", failure.message());
        if (failure.retryAfter() != null) {
            node.put("retry_after", failure.retryAfter().toString());
        }
    }

    /// @param data of an event that tells of a failure
    static Failure failure(JsonNode data) {
        var retryAfter = Json.textOrNull(data, "retry_after");
        return new Failure(
                Failure.Kind.valueOf(Json.text(data, "failure").toUpperCase(Locale.ROOT)),
                Json.text(data, "message"),
                retryAfter == null ? null : Duration.parse(retryAfter));
    }

    private static void put(ObjectNode node, @Nullable GeneratedBy by) {
        if (by != null) {
            node.set("calls", CallsJson.write(by));
        }
    }

    /// @param events `[{type, at, data}]`, oldest first
    static List<Attempt> attempts(String events) {
        var attempts = new ArrayList<Attempt>();
        for (var event : Json.read(events)) {
            var at = OffsetDateTime.parse(Json.text(event, "at")).toInstant();
            switch (Json.text(event, "type")) {
                case "started" ->
                        attempts.add(new Attempt(attempts.size() + 1, at, null, null, null));
                // Given back as if it had never been.
                case "released" -> attempts.removeLast();
                case "requeued", "completed", "failed", "cancelled" ->
                        end(attempts, at, event.path("data"));
                default -> {}
            }
        }
        return attempts;
    }

    /// A job can also end without an attempt under way.
    private static void end(List<Attempt> attempts, Instant at, JsonNode data) {
        if (!attempts.isEmpty() && attempts.getLast().endedAt() == null) {
            var open = attempts.removeLast();
            attempts.add(
                    new Attempt(
                            open.number(),
                            open.startedAt(),
                            at,
                            CallsJson.read(data),
                            Json.textOrNull(data, "message")));
        }
    }
}
