package dev.atelier.bootstrap.selftest;

import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.job.UserId;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Several users who submit: half of all jobs at once, so that thousands wait, and the others bit
/// by bit while workers come and go. Whoever gets no answer asks again under the same key.
final class Submitters implements AutoCloseable {

    private static final int USERS = 8;
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(200);

    private final SubmitJob submitJob;
    private final int jobs;
    private final Duration time;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final ExecutorService users = Executors.newVirtualThreadPerTaskExecutor();

    /// @param time in which all jobs are submitted
    Submitters(SubmitJob submitJob, int jobs, Duration time) {
        this.submitJob = submitJob;
        this.jobs = jobs;
        this.time = time;
    }

    void start() {
        var start = System.nanoTime();
        for (int n = 0; n < USERS; n++) {
            var user = new UserId("selftest-user-" + n);
            users.execute(() -> submitAll(user, start));
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /// Waits until everybody has submitted everything.
    ///
    /// @return false if that did not happen in time
    boolean awaitEnd(Duration patience) throws InterruptedException {
        users.shutdown();
        return users.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void submitAll(UserId user, long start) {
        try {
            for (var n = next.getAndIncrement(); n < jobs; n = next.getAndIncrement()) {
                TimeUnit.NANOSECONDS.sleep(start + turn(n).toNanos() - System.nanoTime());
                submit(user, n);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// When job `n` is submitted.
    private Duration turn(int n) {
        var late = Math.max(0, n - jobs / 2);
        return time.multipliedBy(late).dividedBy(Math.max(1, jobs - jobs / 2));
    }

    private void submit(UserId user, int n) throws InterruptedException {
        var brief =
                new CanvasBrief(
                        new Instructions("Self-test " + n),
                        CanvasStyle.MODERN,
                        ColorScheme.DEFAULT,
                        null);
        var command =
                new SubmitJob.Command(
                        user,
                        new CreateCanvas(brief),
                        Terms.USUAL,
                        new IdempotencyKey("selftest-" + n));
        while (true) {
            try {
                submitJob.submit(command);
                acknowledged.incrementAndGet();
                return;
            } catch (StoreUnavailable noAnswer) {
                Thread.sleep(BEFORE_ASKING_AGAIN);
            }
        }
    }

    @Override
    public void close() {
        users.shutdownNow();
    }
}
