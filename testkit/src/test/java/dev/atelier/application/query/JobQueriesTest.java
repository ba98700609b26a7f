package dev.atelier.application.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobDetails.Estimate;
import dev.atelier.application.port.in.JobDetails.Reason;
import dev.atelier.application.port.in.JobDetails.Waiting;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.JobQueries.Page;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class JobQueriesTest {

    private static final PageRequest ALL =
            new PageRequest(Jobs.ALICE, Set.of(), null, null, null, 0, 10);

    private final InMemoryJobs jobs =
            new InMemoryJobs(MutableClock.atNoon(), Duration.ofSeconds(30));
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final JobQueries queries = queriesWhile(null);

    @Test
    void shows_a_job_to_its_owner_and_to_nobody_else() {
        var job = submitted();

        assertThat(queries.details(job.id(), Jobs.ALICE).job()).isEqualTo(job);
        assertThatThrownBy(() -> queries.details(job.id(), Jobs.BOB))
                .isInstanceOf(JobNotFound.class);
        assertThatThrownBy(() -> queries.result(job.id(), Jobs.BOB))
                .isInstanceOf(JobNotFound.class);
    }

    @Test
    void tells_the_history_of_a_job_to_its_owner_and_to_nobody_else() {
        var job = submitted();

        assertThat(queries.history(job.id(), Jobs.ALICE))
                .extracting(PastEvent::word)
                .containsExactly("queued");
        assertThatThrownBy(() -> queries.history(job.id(), Jobs.BOB))
                .isInstanceOf(JobNotFound.class);
    }

    @Test
    void the_result_is_empty_while_the_job_has_not_completed() {
        var job = submitted();

        assertThat(queries.result(job.id(), job.owner()).design()).isEmpty();
    }

    @Test
    void the_result_is_what_a_completed_job_drew() {
        var done = completed(submitted());

        var result = queries.result(done.id(), done.owner());

        assertThat(result.job()).isEqualTo(done);
        assertThat(result.design()).contains(Designs.aFlow());
    }

    @Test
    void a_job_that_completes_during_the_look_has_no_design_yet() {
        var job = submitted();
        store.after(Call.FIND, () -> completed(job));

        var result = queries.result(job.id(), job.owner());

        assertThat(result.job()).isEqualTo(job);
        assertThat(result.design()).isEmpty();
    }

    @Test
    void a_job_that_is_deleted_during_the_look_is_not_found() {
        var done = completed(submitted());
        store.after(Call.FIND, () -> jobs.store().delete(done));

        assertThatThrownBy(() -> queries.result(done.id(), done.owner()))
                .isInstanceOf(JobNotFound.class);
    }

    @Test
    void pages_lead_from_the_newest_job_to_the_oldest_without_gap_or_repeat() {
        var newestFirst = new ArrayList<JobId>();
        for (int n = 0; n < 7; n++) {
            newestFirst.addFirst(submitted().id());
        }

        var first = page(null, 3);
        var second = page(first.next(), 3);
        var third = page(second.next(), 3);

        var seen = new ArrayList<JobId>();
        for (var page : List.of(first, second, third)) {
            page.jobs().forEach(details -> seen.add(details.job().id()));
        }
        assertThat(seen).containsExactlyElementsOf(newestFirst);
        assertThat(first.next()).isEqualTo(newestFirst.get(2));
        assertThat(third.next()).isNull();
    }

    @Test
    void a_page_that_is_just_full_is_the_last() {
        submitted();
        submitted();

        assertThat(page(null, 2).jobs()).hasSize(2);
        assertThat(page(null, 2).next()).isNull();
    }

    @Test
    void a_job_in_line_waits_for_the_provider_while_that_is_paused() {
        var until = Jobs.NOON.plusSeconds(30);
        var job = submitted();
        var paused = queriesWhile(until);

        var waiting = new Waiting(Reason.PROVIDER_PAUSED, until, 0, null);
        assertThat(paused.details(job.id(), job.owner()).waiting()).isEqualTo(waiting);
        assertThat(paused.page(ALL).jobs())
                .extracting(JobDetails::waiting)
                .containsExactly(waiting);
    }

    @Test
    void a_paused_provider_does_not_hide_a_reason_of_the_jobs_own() {
        var due = Jobs.NOON.plusSeconds(5);
        var delayed = Submission.by(Jobs.ALICE).notBefore(due).made();
        jobs.store().add(delayed);
        var paused = queriesWhile(Jobs.NOON.plusSeconds(30));

        assertThat(paused.details(delayed.job().id(), Jobs.ALICE).waiting())
                .isEqualTo(new Waiting(Reason.SCHEDULED, due, null, null));
        var done = completed(submitted());
        assertThat(paused.details(done.id(), Jobs.ALICE).waiting()).isNull();
    }

    @Test
    void nothing_is_estimated_to_start_while_the_provider_is_paused() {
        var estimate = new Estimate(Jobs.NOON.plusSeconds(10), Jobs.NOON.plusSeconds(90));
        var inLine = new Waiting(Reason.QUEUE, null, 3, estimate);
        var until = Jobs.NOON.plusSeconds(30);

        assertThat(inLine.pausedUntil(until))
                .isEqualTo(
                        new Waiting(
                                Reason.PROVIDER_PAUSED,
                                until,
                                3,
                                new Estimate(until, Jobs.NOON.plusSeconds(90))));
    }

    @Test
    void statistics_are_of_one_user_or_of_all() {
        completed(submitted());
        submitted();

        assertThat(queries.stats(Jobs.ALICE).total()).isEqualTo(2);
        assertThat(queries.stats(Jobs.BOB).total()).isZero();
        assertThat(queries.statsOfAll().completed()).isEqualTo(1);
    }

    private JobQueries queriesWhile(@Nullable Instant pausedUntil) {
        var model = new Model("openai", "a-model", true, pausedUntil);
        return new JobQueriesService(
                store, jobs.catalogue(), jobs.progress(), () -> List.of(model));
    }

    private Page page(@Nullable JobId after, int limit) {
        return queries.page(new PageRequest(Jobs.ALICE, Set.of(), null, null, after, 0, limit));
    }

    private AIJob submitted() {
        var submission = Jobs.submission();
        jobs.store().add(submission);
        return submission.job();
    }

    private AIJob completed(AIJob job) {
        var running = job.start(Jobs.aWorker(), Jobs.NOON);
        jobs.store().save(running);
        var done = Jobs.completion(running.job(), Jobs.NOON);
        jobs.store().save(done);
        return done.job();
    }
}
