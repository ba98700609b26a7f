package dev.atelier.adapters.postgres;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.Priority;
import dev.atelier.domain.job.Retries;
import dev.atelier.domain.job.Tags;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.domain.job.WorkerId;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/// A row of `ai_jobs` as a job.
final class JobRow {

    private static final Logger LOG = LoggerFactory.getLogger(JobRow.class);

    private JobRow() {}

    /// @throws IllegalStateException naming the job, if the row holds what no job can be
    static AIJob read(DbRow row) {
        var cells = new Cells(row);
        try {
            return job(cells);
        } catch (RuntimeException broken) {
            throw new IllegalStateException(
                    "the row of job " + cells.uuidOrNull("id") + " is broken", broken);
        }
    }

    /// The job, or none if the row is broken: that is told in the log, so that others of its kind
    /// can be gone on with.
    static Optional<AIJob> readable(DbRow row) {
        try {
            return Optional.of(read(row));
        } catch (IllegalStateException broken) {
            LOG.error("A job is left out: {}", broken.getMessage(), broken);
            return Optional.empty();
        }
    }

    static CanvasDesign design(JobId id, DbRow row) {
        try {
            return DesignJson.read(new Cells(row).text("design"));
        } catch (RuntimeException broken) {
            throw new IllegalStateException("the design of job " + id + " is broken", broken);
        }
    }

    /// The canvas that the job drew on, or else the one that it was asked to draw on.
    static @Nullable String canvas(AIJob job) {
        if (job.state() instanceof Completed(var canvas, _, _, _)) {
            return canvas.value();
        }
        var target = job.request().target();
        return target == null ? null : target.value();
    }

    /// Whether the job is due by the very move that queued it. All others join the line when the
    /// database finds them due. One that goes back still has its turn.
    static boolean joinsTheLine(Transition transition) {
        return transition.job().state() instanceof Queued(var notBefore)
                && !notBefore.isAfter(transition.event().at())
                && !transition.event().goesBack();
    }

    static @Nullable String webhook(AIJob job) {
        var webhook = job.terms().webhook();
        return webhook == null ? null : webhook.value();
    }

    static @Nullable Long timeoutMillis(AIJob job) {
        var timeout = job.terms().timeout();
        return timeout == null ? null : timeout.toMillis();
    }

    private static AIJob job(Cells cells) {
        return new AIJob(
                new JobId(cells.uuid("id")),
                new UserId(cells.text("user_id")),
                RequestJson.read(cells.text("job_type"), cells.text("request_data")),
                terms(cells),
                new Retries(cells.integer("retry_count"), cells.integer("max_retries")),
                state(cells),
                cells.instant("created_at"),
                cells.number("version"));
    }

    private static Terms terms(Cells cells) {
        return new Terms(
                new Priority(cells.integer("priority")),
                cells.instantOrNull("not_before"),
                cells.instantOrNull("start_by"),
                millis(cells, "timeout_millis"),
                tags(cells.textOrNull("tags")),
                webhook(cells.textOrNull("webhook_url")),
                cells.textOrNull("traceparent"));
    }

    private static @Nullable WebhookUrl webhook(@Nullable String url) {
        return url == null ? null : new WebhookUrl(url);
    }

    private static Tags tags(@Nullable String json) {
        if (json == null) {
            return Tags.NONE;
        }
        var values = new ArrayList<String>();
        Json.read(json).forEach(tag -> values.add(tag.asText()));
        return new Tags(values);
    }

    private static JobState state(Cells cells) {
        var status = cells.text("status");
        return switch (status) {
            case "queued" -> new Queued(cells.instant("next_processing_at"));
            case "processing" ->
                    new Running(new WorkerId(cells.uuid("worker_id")), cells.instant("started_at"));
            case "completed" ->
                    new Completed(
                            new CanvasId(cells.text("canvas_id")),
                            cells.integer("object_count"),
                            cells.instant("started_at"),
                            cells.instant("completed_at"));
            case "failed" ->
                    new Failed(
                            failure(cells),
                            cells.instantOrNull("started_at"),
                            cells.instant("completed_at"));
            case "cancelled" ->
                    new Cancelled(cells.instantOrNull("started_at"), cells.instant("completed_at"));
            default -> throw new IllegalArgumentException("unknown status: " + status);
        };
    }

    private static Failure failure(Cells cells) {
        return new Failure(
                Failure.Kind.valueOf(cells.text("failure_kind").toUpperCase(Locale.ROOT)),
                cells.text("error_message"),
                millis(cells, "retry_after_millis"));
    }

    private static @Nullable Duration millis(Cells cells, String column) {
        var millis = cells.numberOrNull(column);
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
