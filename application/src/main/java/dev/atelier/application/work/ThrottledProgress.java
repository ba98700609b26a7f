package dev.atelier.application.work;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Passes on what a generator says of its progress, and what it has drawn, now and then. Progress
/// is a courtesy: it never fails a job.
final class ThrottledProgress implements CanvasGenerator.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ThrottledProgress.class);
    private static final long INTERVAL = Duration.ofMillis(200).toNanos();

    private final AIJob job;
    private final ProgressBoard board;
    private final LongSupplier nanoTime;
    private final AtomicLong nextWord;
    private final AtomicLong nextPicture;

    ThrottledProgress(AIJob job, ProgressBoard board, LongSupplier nanoTime) {
        this.job = job;
        this.board = board;
        this.nanoTime = nanoTime;
        this.nextWord = new AtomicLong(nanoTime.getAsLong());
        this.nextPicture = new AtomicLong(nanoTime.getAsLong());
    }

    @Override
    public void progress(Progress progress) {
        now(nextWord, () -> board.show(job, progress));
    }

    @Override
    public void partial(CanvasDesign soFar) {
        now(nextPicture, () -> board.show(job, soFar));
    }

    private void now(AtomicLong next, Runnable show) {
        var now = nanoTime.getAsLong();
        var due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + INTERVAL)) {
            return;
        }
        try {
            show.run();
        } catch (RuntimeException unshown) {
            LOG.debug("job {}: progress not shown", job.id(), unshown);
        }
    }
}
