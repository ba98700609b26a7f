package dev.atelier.domain.job;

import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/// What a receiver is told when a job ends. It does not change, though the job may go on.
///
/// @param traceparent W3C Trace Context of what this is part of; null if that is not known
public record Announcement(
        UserId owner, MessageId id, WebhookUrl to, Ending ending, @Nullable String traceparent) {

    /// How the job ended.
    ///
    /// @param status word of the [JobState]
    /// @param canvas the one that was drawn on, or else the one that the request named, if any
    /// @param error why it failed; null unless it did
    /// @param at when it ended
    public record Ending(
            String jobType,
            String status,
            @Nullable CanvasId canvas,
            @Nullable String error,
            Instant at) {}

    /// @return empty if the job has not ended by this move, or nobody wants to be told
    public static Optional<Announcement> of(Transition transition) {
        var job = transition.job();
        var to = job.terms().webhook();
        if (to == null || !job.state().isFinal()) {
            return Optional.empty();
        }
        var ending =
                new Ending(
                        job.request().type(),
                        job.state().word(),
                        canvas(job),
                        error(job.state()),
                        transition.event().at());
        var id = new MessageId(job.id(), job.version());
        return Optional.of(
                new Announcement(job.owner(), id, to, ending, job.terms().traceparent()));
    }

    /// The same, told within that span.
    public Announcement within(@Nullable String span) {
        return new Announcement(owner, id, to, ending, span);
    }

    private static @Nullable CanvasId canvas(AIJob job) {
        return job.state() instanceof Completed done ? done.canvas() : job.request().target();
    }

    private static @Nullable String error(JobState state) {
        return switch (state) {
            case Failed(var failure, _, _) -> failure.message();
            case Queued _, Running _, Completed _, Cancelled _ -> null;
        };
    }
}
