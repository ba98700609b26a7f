package dev.atelier.application.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.AIJobsApplication.Settings;
import dev.atelier.application.port.out.Retention;
import dev.atelier.application.query.AwaitJobService;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.InMemoryPorts;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

class UpkeepTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Settings SETTINGS =
            new Settings(
                    new WorkSettings(3, LONG, LONG, LONG),
                    new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(8), 0),
                    3,
                    Retention.of(WEEK));

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, LONG);
    private final AwaitJobService awaitJob = new AwaitJobService(jobs.store(), LONG);
    private final Upkeep upkeep =
            Upkeep.of(
                    InMemoryPorts.of(jobs, new ScriptedGenerator()),
                    SETTINGS,
                    clock,
                    new Random(1));

    @Test
    void does_every_chore_as_soon_as_it_starts() throws Exception {
        jobs.signals().listen(awaitJob);
        var abandoned = abandonedForTheLastTime();
        var expired = submitted(Submission.by(Jobs.ALICE).startingBy(Jobs.NOON).made());

        upkeep.start();

        assertThat(awaitJob.await(abandoned, LONG).state().word()).isEqualTo("failed");
        assertThat(awaitJob.await(expired, LONG).state().word()).isEqualTo("failed");
        upkeep.stop();
        upkeep.awaitEnd(LONG);
    }

    @Test
    void a_job_that_expires_later_fails_once_a_look_has_seen_it() throws Exception {
        jobs.signals().listen(awaitJob);
        upkeep.start();
        var expired = submitted(Submission.by(Jobs.ALICE).startingBy(Jobs.NOON).made());

        upkeep.seen(jobs.outlook().look(LONG));

        assertThat(awaitJob.await(expired, LONG).state().word()).isEqualTo("failed");
        upkeep.stop();
        upkeep.awaitEnd(LONG);
    }

    @Test
    void does_nothing_more_once_it_is_stopped() throws Exception {
        upkeep.start();
        upkeep.stop();
        upkeep.awaitEnd(LONG);

        var expired = submitted(Submission.by(Jobs.ALICE).startingBy(Jobs.NOON).made());

        assertThat(jobs.queue().expired(10)).containsExactly(expired);
    }

    private AIJob abandonedForTheLastTime() {
        submitted(Submission.by(Jobs.ALICE).retrying(0).made());
        return jobs.queue().claim(Jobs.aWorker(), 1).getFirst();
    }

    private AIJob submitted(Transition submission) {
        jobs.store().add(submission);
        return submission.job();
    }
}
