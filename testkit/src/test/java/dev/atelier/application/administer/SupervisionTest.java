package dev.atelier.application.administer;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.JobDetails.Reason;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.in.Supervision;
import dev.atelier.application.port.in.Supervision.CallRecord;
import dev.atelier.application.port.in.Supervision.ProviderStanding;
import dev.atelier.application.port.in.Supervision.Search;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.application.query.JobQueriesService;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class SupervisionTest {

    private final InMemoryJobs jobs =
            new InMemoryJobs(MutableClock.atNoon(), Duration.ofSeconds(30));

    private AIJob submitted(UserId owner) {
        var submission = Submission.by(owner).made();
        jobs.store().add(submission);
        return submission.job();
    }

    private Supervision supervising(Model... all) {
        Models models = () -> List.of(all);
        var owners = new JobQueriesService(jobs.store(), jobs.catalogue(), jobs.progress(), models);
        return new SupervisionService(jobs.overview(), owners, models);
    }

    @Test
    void shows_any_job_and_its_history() {
        var job = submitted(ALICE);
        submitted(BOB);
        var supervision = supervising(new Model("offline", null, true));

        assertThat(supervision.job(job.id()).job()).isEqualTo(job);
        assertThat(supervision.history(job.id()))
                .extracting(PastEvent::word)
                .containsExactly("queued");
        assertThatThrownBy(() -> supervision.job(Jobs.aQueuedJob().id()))
                .isInstanceOf(JobNotFound.class);
        assertThatThrownBy(() -> supervision.history(Jobs.aQueuedJob().id()))
                .isInstanceOf(JobNotFound.class);
    }

    @Test
    void says_of_jobs_in_line_that_nobody_can_be_asked() {
        submitted(ALICE);
        var until = Jobs.NOON.plusSeconds(60);
        var supervision = supervising(new Model("openai", "a", true, until));

        var page = supervision.jobs(new Search(Set.of(), null, null, null, null, 10));

        assertThat(page.jobs().getFirst().waiting())
                .satisfies(
                        waiting -> assertThat(waiting.reason()).isEqualTo(Reason.PROVIDER_PAUSED));
    }

    @Test
    void tells_of_each_model_that_is_set_up_how_it_did() {
        var running = submitted(ALICE).start(Jobs.aWorker(), Jobs.NOON);
        jobs.store().save(running);
        jobs.store().save(Jobs.completion(running.job(), Jobs.NOON));
        var until = Jobs.NOON.plusSeconds(60);

        var standings =
                supervising(
                                new Model("openai", "a-model", false, until),
                                new Model("openai", "another", false),
                                new Model("offline", null, true))
                        .providers();

        assertThat(standings)
                .containsExactly(
                        new ProviderStanding(
                                "openai",
                                "a-model",
                                false,
                                until,
                                new CallRecord(1, 0, null, null, null)),
                        new ProviderStanding("openai", "another", false, null, CallRecord.NONE),
                        new ProviderStanding("offline", null, true, null, CallRecord.NONE));
    }
}
