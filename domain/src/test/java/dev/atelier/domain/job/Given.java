package dev.atelier.domain.job;

import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.retry.RetryDecision.GiveUp;
import dev.atelier.domain.retry.RetryDecision.RetryAt;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One job in every state, each reached by real moves; all of them happen at [#NOON].
final class Given {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);
    static final JobId ID = new JobId(UUID.fromString("01939b5e-0000-7000-8000-000000000001"));
    static final UserId OWNER = new UserId("alice");
    static final WorkerId WORKER = new WorkerId(new UUID(1, 1));
    static final Failure FAILURE = Failure.transientFailure("The provider is overloaded");
    static final GeneratedBy BY = new GeneratedBy("openai", "a-model", new Usage(10, 20));
    static final CreateCanvas REQUEST =
            new CreateCanvas(
                    new CanvasBrief(
                            new Instructions("Draw a box"),
                            CanvasStyle.MODERN,
                            ColorScheme.DEFAULT,
                            null));
    static final CanvasDesign DESIGN =
            new CanvasDesign(
                    "A box",
                    List.of(
                            new Box(
                                    new ObjectId("box"),
                                    Outline.RECTANGLE,
                                    new Position(0, 0),
                                    new Size(100, 50),
                                    new Paint(Color.TRANSPARENT, new Color("#000000"), 1),
                                    null)));
    static final Canvas.Addition DRAWN = Canvas.begin(new CanvasId("board"), OWNER, DESIGN);

    private Given() {}

    static Terms between(@Nullable Instant notBefore, @Nullable Instant startBy) {
        return new Terms(Priority.NORMAL, notBefore, startBy, null, Tags.NONE, null, null);
    }

    static Transition submitted(Terms terms) {
        return AIJob.submit(ID, OWNER, REQUEST, terms, 3, NOON);
    }

    static AIJob queued() {
        return submitted(Terms.USUAL).job();
    }

    static AIJob delayed() {
        return submitted(between(LATER.plusSeconds(1), null)).job();
    }

    static AIJob expired() {
        return submitted(between(null, NOON)).job();
    }

    static AIJob running() {
        return queued().start(WORKER, NOON).job();
    }

    static AIJob completed() {
        return running().complete(DRAWN, BY, NOON).job();
    }

    static AIJob failed() {
        return running().attemptFailed(FAILURE, new GiveUp(), BY, NOON).job();
    }

    static AIJob cancelled() {
        return running().cancel(NOON).job();
    }

    /// A job that has used this many of its three retries, and runs again.
    static AIJob runningAfter(int retries) {
        var job = running();
        for (int n = 0; n < retries; n++) {
            var queued = job.attemptFailed(FAILURE, new RetryAt(NOON), BY, NOON).job();
            job = queued.start(WORKER, NOON).job();
        }
        return job;
    }
}
