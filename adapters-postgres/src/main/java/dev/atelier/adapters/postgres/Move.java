package dev.atelier.adapters.postgres;

import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.Spending;
import dev.atelier.domain.job.Transition;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/// A transition of a stored job, as the columns of [JobSql#SAVE] or [CompletionSql#COMPLETE].
record Move(Transition transition) {

    private static final int NO_BUCKET = -1;

    /// Of jobs that each [#beginsItsCanvas].
    static void bindCompletions(Columns<Move> columns) {
        bindJob(columns);
        bindRun(columns);
        bindEvent(columns);
        bindCanvas(columns);
        bindSpending(columns);
        bindAnnouncement(columns);
    }

    private static void bindJob(Columns<Move> columns) {
        columns.bindPlaces("arrival")
                .bind("user_id", it -> it.job().owner().value())
                .bind("id", it -> it.job().id())
                .bind("version", it -> it.job().version())
                .bind("canvas_id", it -> JobRow.canvas(it.job()));
    }

    static void bind(Columns<Move> columns) {
        bindJob(columns);
        columns.bind("becomes", it -> it.job().state().word())
                .bind("event", it -> it.transition.event().word())
                .bind("result_data", Move::result)
                .bind("canvas_version", ofCanvas(Canvas::version))
                .bind("canvas_pinned", ofCanvas(CanvasRow::pinned))
                .bind("retry_count", it -> it.job().retries().used())
                .bind("due", Move::due)
                .bind("in_line", it -> JobRow.joinsTheLine(it.transition))
                .bind("keeps_turn", Move::keepsTurn)
                .bind("started_at", Move::startedAt)
                .bind("completed_at", Move::completedAt)
                .bind("not_before", it -> it.job().terms().notBefore())
                .bind("start_by", it -> it.job().terms().startBy())
                .bind("worker_id", Move::worker);
        bindEnd(columns);
        bindEvent(columns);
        bindCanvas(columns);
        bindSpending(columns);
        bindAnnouncement(columns);
    }

    /// Only of an end that somebody is to be told of.
    private static void bindAnnouncement(Columns<Move> columns) {
        columns.bind("webhook_url", ofAnnouncement(it -> it.to().value()))
                .bind("webhook_receiver", ofAnnouncement(it -> it.to().receiver()))
                .bind("job_type", ofAnnouncement(it -> it.ending().jobType()));
    }

    private static Function<Move, @Nullable Object> ofAnnouncement(
            Function<Announcement, Object> value) {
        return it -> Announcement.of(it.transition).map(value).orElse(null);
    }

    private static void bindEnd(Columns<Move> columns) {
        columns.bind("object_count", Move::objectCount)
                .bind(
                        "failure_kind",
                        it -> it.failure() == null ? null : it.failure().kind().word())
                .bind("error_message", it -> it.failure() == null ? null : it.failure().message())
                .bind("retry_after_millis", Move::retryAfterMillis);
        bindRun(columns);
    }

    private static void bindRun(Columns<Move> columns) {
        columns.bind("bucket", it -> it.run() == null ? NO_BUCKET : Histogram.bucket(it.run()))
                .bind("run_micros", it -> it.run() == null ? 0 : Histogram.micros(it.run()));
    }

    private static void bindEvent(Columns<Move> columns) {
        columns.bind("at", it -> it.transition.event().at())
                .bind("data", it -> EventRow.data(it.transition.event()));
    }

    private static void bindCanvas(Columns<Move> columns) {
        columns.bind("canvas_title", ofCanvas(it -> it.design().title()))
                .bind("canvas_objects", ofCanvas(it -> DesignJson.objects(it.design())))
                .bind("canvas_diagram", ofCanvas(it -> DiagramJson.write(it.design().diagram())))
                .bind("canvas_kind", ofCanvas(it -> CanvasRow.kind(it.design())))
                .bind("canvas_count", ofCanvas(it -> it.design().objects().size()));
    }

    private static Function<Move, @Nullable Object> ofCanvas(
            Function<Canvas, @Nullable Object> value) {
        return it -> it.drawn() == null ? null : value.apply(it.drawn().canvas());
    }

    private static void bindSpending(Columns<Move> columns) {
        columns.bind("input_tokens", it -> it.spent().inputTokens())
                .bind("output_tokens", it -> it.spent().outputTokens())
                .bind("cost_usd", it -> it.spent().priced())
                .bind("priced_calls", it -> it.spent().pricedCalls())
                .bind("unpriced_calls", it -> it.spent().unpricedCalls());
    }

    AIJob job() {
        return transition.job();
    }

    /// Whether somebody is to be told of it.
    boolean announces() {
        return Announcement.of(transition).isPresent();
    }

    /// Whether the job ends with a canvas of its own, and drew all of it: how most do.
    boolean beginsItsCanvas() {
        var drawn = drawn();
        return drawn != null
                && drawn.canvas().version() == 1
                && drawn.canvas().pinned().isEmpty()
                && drawn.canvas().design().equals(drawn.design());
    }

    /// How many objects it brings along to be written.
    int objects() {
        var drawn = drawn();
        return drawn == null
                ? 0
                : drawn.design().objects().size() + drawn.canvas().design().objects().size();
    }

    /// Null where it is all of the canvas that it begins, and is read from there.
    private @Nullable Object result() {
        var drawn = drawn();
        return drawn == null || beginsItsCanvas() ? null : DesignJson.write(drawn.design());
    }

    private Spending spent() {
        return Spending.of(transition.event().by());
    }

    private @Nullable JobCompleted drawn() {
        return transition.event() instanceof JobCompleted completed ? completed : null;
    }

    /// A running job has its turn still, in case that it goes back.
    private boolean keepsTurn() {
        return job().state() instanceof Running || transition.event().goesBack();
    }

    private @Nullable Instant due() {
        return job().state() instanceof Queued(var notBefore) ? notBefore : null;
    }

    private @Nullable Object worker() {
        return job().state() instanceof Running(var worker, _) ? worker : null;
    }

    private @Nullable Object objectCount() {
        return job().state() instanceof Completed(_, var objects, _, _) ? objects : null;
    }

    private @Nullable Failure failure() {
        return job().state() instanceof Failed(var failure, _, _) ? failure : null;
    }

    private @Nullable Object retryAfterMillis() {
        var failure = failure();
        return failure == null || failure.retryAfter() == null
                ? null
                : failure.retryAfter().toMillis();
    }

    private @Nullable Instant startedAt() {
        return switch (job().state()) {
            case Queued _ -> null;
            case Running(_, var startedAt) -> startedAt;
            case Completed(_, _, var startedAt, _) -> startedAt;
            case Failed(_, var startedAt, _) -> startedAt;
            case Cancelled(var startedAt, _) -> startedAt;
        };
    }

    private @Nullable Instant completedAt() {
        return switch (job().state()) {
            case Queued _, Running _ -> null;
            case Completed(_, _, _, var at) -> at;
            case Failed(_, _, var at) -> at;
            case Cancelled(_, var at) -> at;
        };
    }

    /// How long a completed job ran.
    private @Nullable Duration run() {
        return job().state() instanceof Completed(_, _, var startedAt, var at)
                ? Duration.between(startedAt, at)
                : null;
    }
}
