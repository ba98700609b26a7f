package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.jobs.Submission.Work;
import dev.atelier.adapters.http.json.Members;
import dev.atelier.adapters.http.json.Moment;
import dev.atelier.adapters.http.json.Words;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;
import dev.atelier.domain.job.JobRequest;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;
import dev.atelier.domain.job.Priority;
import dev.atelier.domain.job.Tags;
import dev.atelier.domain.job.Terms;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/// What `POST /create-canvas` and `POST /modify-canvas` take: a brief, and the terms to work on it.
record SubmitJobBody(JobRequest request, Terms terms) {

    private static final Duration FARTHEST = Duration.ofDays(366);

    /// @param now what "within" is counted from
    static SubmitJobBody read(
            Members in,
            Work work,
            Instant now,
            SubmissionRules rules,
            @Nullable String traceparent) {
        in.require("instructions");
        if (work == Work.MODIFY_CANVAS) {
            in.require("canvas_id");
        }
        var instructions = in.text("instructions", Instructions::new);
        var style = in.text("style", Words.of(CanvasStyle.values(), CanvasStyle::word));
        var colors = in.text("colorScheme", Words.of(ColorScheme.values(), ColorScheme::word));
        var canvas = in.text("canvas_id", CanvasId::new);
        var priority = in.integer("priority", Priority::new);
        var notBefore = in.text("scheduled_at", text -> time(text, now));
        var startWithin = in.integer("start_within_seconds", seconds(FARTHEST));
        var timeout = in.integer("timeout_seconds", seconds(rules.maxTimeout()));
        var tags = in.texts("tags", Tags::new);
        var webhook = in.text("webhook_url", rules.webhooks()::accept);
        in.done();

        var brief =
                new CanvasBrief(
                        instructions.orElseThrow(),
                        style.orElse(CanvasStyle.MODERN),
                        colors.orElse(ColorScheme.DEFAULT),
                        canvas.orElse(null));
        var earliest = notBefore.filter(now::isBefore).orElse(now);
        var terms =
                new Terms(
                        priority.orElse(Priority.NORMAL),
                        notBefore.orElse(null),
                        startWithin.map(earliest::plus).orElse(null),
                        timeout.orElse(null),
                        tags.orElse(Tags.NONE),
                        webhook.orElse(null),
                        traceparent);
        return new SubmitJobBody(request(work, brief), terms);
    }

    private static JobRequest request(Work work, CanvasBrief brief) {
        return switch (work) {
            case CREATE_CANVAS -> new CreateCanvas(brief);
            case MODIFY_CANVAS -> new ModifyCanvas(brief);
        };
    }

    private static Instant time(String text, Instant now) {
        var time = Moment.parse(text);
        if (time.isAfter(now.plus(FARTHEST)) || time.isBefore(Instant.EPOCH)) {
            throw new InvalidValue("must be within a year");
        }
        return time;
    }

    private static Function<Integer, Duration> seconds(Duration max) {
        return seconds -> {
            if (seconds < 1 || seconds > max.toSeconds()) {
                throw new InvalidValue("must be between 1 and " + max.toSeconds());
            }
            return Duration.ofSeconds(seconds);
        };
    }
}
