package dev.atelier.bootstrap.bench;

import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.job.UserId;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Numbered jobs of many users.
final class Jobs {

    /// As many as the peers' jobs have.
    static final int USERS = 997;

    /// What each asks for, after its number.
    static final String TEXT =
            " Summarise the attached quarterly report in five bullet points, keep every figure, and"
                    + " name the two largest risks in one sentence each.";

    private Jobs() {}

    /// Job `n` of one of so many users.
    static SubmitJob.Command command(int n, int users) {
        var brief =
                new CanvasBrief(
                        new Instructions(n + TEXT), CanvasStyle.MODERN, ColorScheme.DEFAULT, null);
        return new SubmitJob.Command(owner(n, users), new CreateCanvas(brief), Terms.USUAL, null);
    }

    static UserId owner(int n, int users) {
        return new UserId("user-" + n % users);
    }

    /// Which job a generator was asked for.
    static int number(CanvasBrief brief) {
        var text = brief.instructions().text();
        return Integer.parseInt(text, 0, text.indexOf(' '), 10);
    }

    /// Submits the jobs from 0 to `jobs`, by so many who each wait for one answer before they ask
    /// again.
    static void submit(SubmitJob submitJob, int jobs, int producers, int users)
            throws InterruptedException {
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int producer = 0; producer < producers; producer++) {
                all.add(
                        threads.submit(
                                () -> {
                                    for (int n = next.getAndIncrement();
                                            n < jobs;
                                            n = next.getAndIncrement()) {
                                        submitJob.submit(command(n, users));
                                    }
                                }));
            }
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
