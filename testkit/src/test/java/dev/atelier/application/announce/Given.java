package dev.atelier.application.announce;

import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.ScriptedSender;

import java.time.Duration;
import java.util.Random;

/// An outbox, receivers and a clock, for tests of what goes on between them.
final class Given {

    static final WebhookUrl HOOK = new WebhookUrl("https://hooks.example/");
    static final WebhookUrl OTHER_HOOK = new WebhookUrl("https://other.example/");
    static final Duration LONG = Duration.ofSeconds(20);

    final MutableClock clock = MutableClock.atNoon();
    final InMemoryJobs jobs = new InMemoryJobs(clock, LONG);
    final ScriptedSender sender = new ScriptedSender();

    SendMessage sending() {
        var schedule = new DeliverySchedule(Duration.ofSeconds(5), Duration.ofHours(8), 3, 0);
        return new SendMessage(sender, jobs.outbox(), schedule, clock, new Random(1));
    }

    /// A job that was cancelled just now, and somebody wants to know.
    AIJob announced(WebhookUrl receiver) {
        return announced(Jobs.ALICE, receiver);
    }

    AIJob announced(UserId owner, WebhookUrl receiver) {
        var submission = Submission.by(owner).toldTo(receiver).made();
        jobs.store().add(submission);
        var cancelled = submission.job().cancel(clock.instant());
        jobs.store().save(cancelled);
        return cancelled.job();
    }

    WebhookDelivery last(AIJob job) {
        return jobs.webhooks().deliveries(job.id(), job.owner(), 10).getFirst();
    }
}
