package dev.atelier.testkit;

import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.Priority;
import dev.atelier.domain.job.Tags;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WebhookUrl;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a test submits, with something usual for everything that the test does not care about.
public record Submission(
        UserId owner, Instant at, CanvasBrief brief, Terms terms, int retriesAllowed) {

    private static final JobIds IDS = new JobIds(MutableClock.atNoon());

    public static Submission by(UserId owner) {
        return new Submission(owner, Jobs.NOON, Briefs.aLoginFlow(), Terms.USUAL, 3);
    }

    public Submission from(UserId user) {
        return new Submission(user, at, brief, terms, retriesAllowed);
    }

    public Submission at(Instant time) {
        return new Submission(owner, time, brief, terms, retriesAllowed);
    }

    public Submission of(CanvasBrief wanted) {
        return new Submission(owner, at, wanted, terms, retriesAllowed);
    }

    public Submission retrying(int times) {
        return new Submission(owner, at, brief, terms, times);
    }

    public Submission withPriority(int priority) {
        return on(
                new Terms(
                        new Priority(priority),
                        terms.notBefore(),
                        terms.startBy(),
                        terms.timeout(),
                        terms.tags(),
                        terms.webhook(),
                        terms.traceparent()));
    }

    public Submission notBefore(Instant time) {
        return on(
                new Terms(
                        terms.priority(),
                        time,
                        terms.startBy(),
                        terms.timeout(),
                        terms.tags(),
                        terms.webhook(),
                        terms.traceparent()));
    }

    public Submission startingBy(Instant time) {
        return on(
                new Terms(
                        terms.priority(),
                        terms.notBefore(),
                        time,
                        terms.timeout(),
                        terms.tags(),
                        terms.webhook(),
                        terms.traceparent()));
    }

    public Submission within(Duration timeout) {
        return on(
                new Terms(
                        terms.priority(),
                        terms.notBefore(),
                        terms.startBy(),
                        timeout,
                        terms.tags(),
                        terms.webhook(),
                        terms.traceparent()));
    }

    public Submission tagged(String... tags) {
        return on(
                new Terms(
                        terms.priority(),
                        terms.notBefore(),
                        terms.startBy(),
                        terms.timeout(),
                        new Tags(List.of(tags)),
                        terms.webhook(),
                        terms.traceparent()));
    }

    public Submission toldTo(WebhookUrl receiver) {
        return on(
                new Terms(
                        terms.priority(),
                        terms.notBefore(),
                        terms.startBy(),
                        terms.timeout(),
                        terms.tags(),
                        receiver,
                        terms.traceparent()));
    }

    public Submission on(Terms wanted) {
        return new Submission(owner, at, brief, wanted, retriesAllowed);
    }

    /// Submits it: a job of its own each time.
    public Transition made() {
        return AIJob.submit(IDS.at(at), owner, new CreateCanvas(brief), terms, retriesAllowed, at);
    }
}
