package dev.atelier.adapters.postgres;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.Retries;
import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The states that a job went through, told from its events, the last of which made it what it is.
/// Terms are those of today: only a retry by hand changes them.
final class History {

    private final AIJob today;
    private Retries retries;
    private @Nullable Instant startedAt;

    private History(AIJob today) {
        this.today = today;
        this.retries = Retries.none(today.retries().allowed());
    }

    /// @param events `[{version, type, at, logged_at, data}]`, oldest first
    static List<JobMove> of(AIJob today, String events) {
        var history = new History(today);
        var moves = new ArrayList<JobMove>();
        for (var event : Json.read(events)) {
            moves.add(history.move(event));
        }
        return moves;
    }

    private JobMove move(JsonNode event) {
        var data = event.path("data");
        var failure = data.hasNonNull("failure") ? EventRow.failure(data) : null;
        var state = state(Json.text(event, "type"), data, time(event, "at"), failure);
        var job =
                new AIJob(
                        today.id(),
                        today.owner(),
                        today.request(),
                        today.terms(),
                        retries,
                        state,
                        today.createdAt(),
                        Json.whole(event, "version"));
        var logged = event.hasNonNull("logged_at") ? time(event, "logged_at") : Instant.EPOCH;
        return new JobMove(job, failure, null, logged);
    }

    private JobState state(String type, JsonNode data, Instant at, @Nullable Failure failure) {
        return switch (type) {
            case "queued", "released" -> queued(due(data, at));
            case "retried" -> {
                retries = retries.startOver();
                yield queued(at);
            }
            case "requeued" -> {
                retries = retries.useOne();
                yield queued(due(data, at));
            }
            case "started" -> {
                startedAt = at;
                yield new Running(new WorkerId(UUID.fromString(Json.text(data, "worker"))), at);
            }
            case "completed" ->
                    new Completed(
                            new CanvasId(Json.text(data, "canvas_id")),
                            Math.toIntExact(Json.whole(data, "objects")),
                            required(startedAt),
                            at);
            case "failed" -> new Failed(required(failure), startedAt, at);
            case "cancelled" -> new Cancelled(startedAt, at);
            default -> throw new IllegalStateException("unknown event: " + type);
        };
    }

    private Queued queued(Instant due) {
        startedAt = null;
        return new Queued(due);
    }

    private static Instant due(JsonNode data, Instant otherwise) {
        var due = Json.textOrNull(data, "due");
        return due == null ? otherwise : OffsetDateTime.parse(due).toInstant();
    }

    private <T> T required(@Nullable T fact) {
        if (fact == null) {
            throw new IllegalStateException("the events of job " + today.id() + " are broken");
        }
        return fact;
    }

    private static Instant time(JsonNode event, String member) {
        return OffsetDateTime.parse(Json.text(event, member)).toInstant();
    }
}
