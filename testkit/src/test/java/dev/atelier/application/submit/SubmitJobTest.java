package dev.atelier.application.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.application.port.in.IdempotencyConflict;
import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.application.port.in.SubmitJob.Command;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Retries;
import dev.atelier.domain.job.Tags;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.JobIds;
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

class SubmitJobTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("once");

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final SubmitJob submitJob =
            new SubmitJobService(store, jobs.canvases(), new JobIds(clock), clock, 3);

    @Test
    void promises_a_job_that_is_queued_and_due_now_with_all_its_retries() {
        var job = submit(Briefs.aLoginFlow(), Terms.USUAL, null).job();

        assertThat(job.state()).isEqualTo(new Queued(Jobs.NOON));
        assertThat(job.retries()).isEqualTo(new Retries(0, 3));
        assertThat(job.createdAt()).isEqualTo(Jobs.NOON);
    }

    @Test
    void has_stored_the_job_by_the_time_it_returns() {
        var job = submit(Briefs.aLoginFlow(), Terms.USUAL, null).job();

        assertThat(stored(job)).isEqualTo(job);
    }

    @Test
    void promises_nothing_that_could_not_be_stored() {
        store.before(Call.ADD, InterceptedStore.OUTAGE, InterceptedStore.OUTAGE);

        assertThatThrownBy(() -> submit(Briefs.aLoginFlow(), Terms.USUAL, null))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> submit(Briefs.aLoginFlow(), Terms.USUAL, KEY))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void without_a_key_each_submission_is_a_job_of_its_own() {
        var first = submit(Briefs.aLoginFlow(), Terms.USUAL, null);
        var second = submit(Briefs.aLoginFlow(), Terms.USUAL, null);

        assertThat(second.job().id()).isNotEqualTo(first.job().id());
        assertThat(second.replayed()).isFalse();
    }

    @Test
    void the_same_key_returns_the_first_job_and_says_so() {
        var first = submit(Briefs.aLoginFlow(), Terms.USUAL, KEY);
        clock.pushForward(Duration.ofHours(23));
        var again = submit(Briefs.aLoginFlow(), Terms.USUAL, KEY);

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.job()).isEqualTo(first.job());
    }

    @Test
    void a_replay_shows_the_job_as_it_stands_by_now() {
        var first = submit(Briefs.aLoginFlow(), Terms.USUAL, KEY);
        jobs.store().save(first.job().cancel(Jobs.NOON));

        var again = submit(Briefs.aLoginFlow(), Terms.USUAL, KEY);

        assertThat(again.replayed()).isTrue();
        assertThat(again.job().state().word()).isEqualTo("cancelled");
    }

    @Test
    void an_answer_that_was_lost_is_repeated_under_the_same_key() {
        store.after(Call.ADD, InterceptedStore.OUTAGE);

        assertThatThrownBy(() -> submit(Briefs.aLoginFlow(), Terms.USUAL, KEY))
                .isInstanceOf(StoreUnavailable.class);
        var again = submit(Briefs.aLoginFlow(), Terms.USUAL, KEY);

        assertThat(again.replayed()).isTrue();
        assertThat(jobs.catalogue().statsOfAll().total()).isEqualTo(1);
    }

    @Test
    void keys_of_different_users_are_strangers() {
        var alices = submit(Briefs.aLoginFlow(), Terms.USUAL, KEY);
        var bobs = submitJob.submit(command(Jobs.BOB, Briefs.aLoginFlow(), Terms.USUAL, KEY));

        assertThat(bobs.replayed()).isFalse();
        assertThat(bobs.job().id()).isNotEqualTo(alices.job().id());
    }

    @Test
    void another_request_under_the_same_key_is_a_conflict() {
        submit(Briefs.aLoginFlow(), Terms.USUAL, KEY);

        assertThatThrownBy(() -> submit(Briefs.asking("Draw a cat"), Terms.USUAL, KEY))
                .isInstanceOf(IdempotencyConflict.class);
    }

    @Test
    void other_terms_under_the_same_key_are_a_conflict() {
        var first = terms(null, Jobs.NOON.plusSeconds(60), null, "00-1-2-01");
        submit(Briefs.aLoginFlow(), first, KEY);

        var others = new ArrayList<Terms>();
        others.add(Terms.USUAL);
        others.add(terms(null, Jobs.NOON.plusSeconds(61), null, null));
        others.add(terms(Jobs.NOON.plusSeconds(5), Jobs.NOON.plusSeconds(60), null, null));
        others.add(terms(null, Jobs.NOON.plusSeconds(60), Duration.ofSeconds(9), null));
        assertThat(others)
                .allSatisfy(
                        other ->
                                assertThatThrownBy(() -> submit(Briefs.aLoginFlow(), other, KEY))
                                        .isInstanceOf(IdempotencyConflict.class));
    }

    @Test
    void asking_again_to_start_within_the_same_time_is_a_replay_though_the_hour_is_another() {
        var first = terms(null, Jobs.NOON.plusSeconds(60), null, "00-1-2-01");
        submit(Briefs.aLoginFlow(), first, KEY);

        clock.pushForward(Duration.ofSeconds(20));
        var again = terms(null, clock.instant().plusSeconds(60), null, "00-3-4-01");
        clock.pushForward(Duration.ofMillis(300));

        assertThat(submit(Briefs.aLoginFlow(), again, KEY).replayed()).isTrue();
    }

    @Test
    void the_time_to_start_within_counts_from_when_a_scheduled_job_is_due() {
        var scheduled = Jobs.NOON.plusSeconds(3600);
        var terms = terms(scheduled, scheduled.plusSeconds(60), null, null);
        submit(Briefs.aLoginFlow(), terms, KEY);

        clock.pushForward(Duration.ofSeconds(20));

        assertThat(submit(Briefs.aLoginFlow(), terms, KEY).replayed()).isTrue();
    }

    @Test
    void a_repeat_that_tells_somebody_else_is_a_conflict() {
        var told = Submission.by(Jobs.ALICE).toldTo(new WebhookUrl("https://a.example/")).terms();
        var other = Submission.by(Jobs.ALICE).toldTo(new WebhookUrl("https://b.example/")).terms();
        submit(Briefs.aLoginFlow(), told, KEY);

        assertThat(submit(Briefs.aLoginFlow(), told, KEY).replayed()).isTrue();
        assertThatThrownBy(() -> submit(Briefs.aLoginFlow(), other, KEY))
                .isInstanceOf(IdempotencyConflict.class);
    }

    @Test
    void times_are_promised_no_finer_than_a_store_keeps_them() {
        var fine = Instant.parse("2026-11-23T13:00:00.123456789Z");

        var job = submit(Briefs.aLoginFlow(), terms(fine, fine, null, null), null).job();

        var kept = Instant.parse("2026-11-23T13:00:00.123456Z");
        assertThat(job.terms().notBefore()).isEqualTo(kept);
        assertThat(job.terms().startBy()).isEqualTo(kept);
        assertThat(job.state()).isEqualTo(new Queued(kept));
    }

    private SubmitJob.Receipt submit(CanvasBrief brief, Terms terms, @Nullable IdempotencyKey key) {
        return submitJob.submit(command(Jobs.ALICE, brief, terms, key));
    }

    private static Command command(
            UserId owner, CanvasBrief brief, Terms terms, @Nullable IdempotencyKey key) {
        return new Command(owner, new CreateCanvas(brief), terms, key);
    }

    private static Terms terms(
            @Nullable Instant notBefore,
            @Nullable Instant startBy,
            @Nullable Duration timeout,
            @Nullable String trace) {
        var usual = Terms.USUAL.priority();
        return new Terms(usual, notBefore, startBy, timeout, new Tags(List.of("a")), null, trace);
    }

    private AIJob stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }
}
