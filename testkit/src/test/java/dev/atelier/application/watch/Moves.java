package dev.atelier.application.watch;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Moves of jobs, and what became of them in a mailbox.
final class Moves {

    private Moves() {}

    /// A job's moves from submission to completion, all written at that time.
    static List<JobMove> ofALife(UserId owner, Instant time) {
        return ofALife(owner, Jobs.DRAWN, time);
    }

    static List<JobMove> ofALife(UserId owner, CanvasDesign drawn, Instant time) {
        var queued = Submission.by(owner).at(time).made();
        var started = queued.job().start(Jobs.aWorker(), time);
        return List.of(
                JobMove.of(queued, time),
                JobMove.of(started, time),
                JobMove.of(Jobs.completion(started.job(), drawn, time), time));
    }

    /// Of so many jobs, the first move each.
    static List<JobMove> ofSubmissions(int jobs, UserId owner, Instant time) {
        return IntStream.range(0, jobs).mapToObj(_ -> ofALife(owner, time).getFirst()).toList();
    }

    static Trace trace(JobMove move) {
        return trace(move.job());
    }

    static Trace trace(AIJob job) {
        return new Trace(job.owner(), job.id());
    }

    /// Everything in the mailbox, which is empty then.
    static List<Mail> taken(Mailbox mailbox) {
        var all = new ArrayList<Mail>();
        for (var mail = next(mailbox); mail.isPresent(); mail = next(mailbox)) {
            all.add(mail.get());
        }
        return all;
    }

    private static Optional<Mail> next(Mailbox mailbox) {
        try {
            return mailbox.take(Duration.ZERO);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /// The versions of the moves in the mailbox, which is empty then.
    static List<Long> versions(Mailbox mailbox) {
        return taken(mailbox).stream()
                .map(mail -> ((Mail.Move) mail).move().job().version())
                .toList();
    }

    /// A design that a mailbox has room for twice.
    static CanvasDesign large() {
        return new CanvasDesign(
                "Large",
                IntStream.range(0, 700)
                        .mapToObj(i -> Designs.box("box-" + i, Outline.RECTANGLE, i, i, "Box"))
                        .toList());
    }
}
