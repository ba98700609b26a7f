package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.administer.EraseUserService;
import dev.atelier.application.port.in.EraseUser.Command;
import dev.atelier.application.port.in.EraseUser.Erased;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.canvas.CanvasEdit.Move;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// An erased user has nothing, and nobody else has lost anything.
public interface ErasureContract extends JobsContract {

    UserId ROOT = new UserId("root");
    IdempotencyKey FIRST = new IdempotencyKey("first");

    private Erased erased(UserId user) {
        return new EraseUserService(
                        jobs().overview(),
                        jobs().store(),
                        jobs().retention(),
                        jobs().canvases(),
                        this::now)
                .erase(new Command(ROOT, user));
    }

    /// Two canvases, one of them with two versions, and a job of each kind; the completed one is
    /// told of and has a key.
    ///
    /// @return the one that runs
    private AIJob fill(UserId user) {
        var hook = new WebhookUrl("https://hooks.example/in");
        var told = jobs().store().addOnce(FIRST, by(user).toldTo(hook).made());
        saved(Jobs.completion(saved(told.start(aLiveWorker(), now())), now()));
        var canvas = jobs().canvases().find(Jobs.canvasOf(told), user).orElseThrow();
        var move = new Move(new ObjectId("start"), new Position(7, 8));
        jobs().canvases().save(canvas.edited(List.of(move)));
        completed(user);
        saved(Jobs.failure(running(user, aLiveWorker()), now()));
        saved(added(by(user)).cancel(now()));
        added(by(user));
        added(by(user).notBefore(now().plusSeconds(3600)));
        return running(user, aLiveWorker());
    }

    private List<AIJob> all(UserId user) {
        var everything = new PageRequest(user, Set.of(), null, null, null, 0, 100);
        return jobs().catalogue().page(everything).jobs().stream().map(it -> it.job()).toList();
    }

    @Test
    default void a_user_s_jobs_and_canvases_go_whatever_their_state() {
        fill(ALICE);

        assertThat(erased(ALICE)).isEqualTo(new Erased(7, 2));

        assertThat(all(ALICE)).isEmpty();
        assertThat(jobs().canvases().page(ALICE, null, 10)).isEmpty();
    }

    @Test
    default void keys_messages_and_statistics_of_the_user_go_with_them() {
        fill(ALICE);
        var told = jobs().store().firstUnder(FIRST, ALICE).orElseThrow();
        var nothing = jobs().catalogue().stats(new UserId("newcomer"));

        erased(ALICE);

        assertThat(jobs().store().firstUnder(FIRST, ALICE)).isEmpty();
        assertThat(jobs().webhooks().deliveries(told.id(), ALICE, 10)).isEmpty();
        assertThat(jobs().catalogue().stats(ALICE)).isEqualTo(nothing);
    }

    @Test
    default void nothing_of_another_user_is_touched() {
        fill(ALICE);
        var running = fill(BOB);
        var his = all(BOB);
        var stats = jobs().catalogue().stats(BOB);

        erased(ALICE);

        assertThat(all(BOB)).isEqualTo(his).hasSize(7);
        assertThat(jobs().canvases().page(BOB, null, 10)).hasSize(2);
        var told = jobs().store().firstUnder(FIRST, BOB).orElseThrow();
        assertThat(jobs().webhooks().deliveries(told.id(), BOB, 10)).hasSize(1);
        assertThat(counts(jobs().catalogue().stats(BOB))).isEqualTo(counts(stats));
        saved(Jobs.completion(running, now()));
    }

    @Test
    default void what_was_counted_of_everybody_stays_and_jobs_that_are_gone_are_not_counted() {
        fill(ALICE);
        fill(BOB);
        var before = jobs().catalogue().statsOfAll();

        erased(ALICE);

        var after = jobs().catalogue().statsOfAll();
        assertThat(counts(after)).isEqualTo(counts(jobs().catalogue().stats(BOB)));
        assertThat(after.spent()).isEqualTo(before.spent());
        assertThat(after.averageProcessingSeconds()).isEqualTo(before.averageProcessingSeconds());
    }

    private static List<Long> counts(JobStats stats) {
        return List.of(
                stats.queued(),
                stats.processing(),
                stats.completed(),
                stats.failed(),
                stats.cancelled());
    }

    @Test
    default void whoever_runs_a_job_of_the_user_hears_its_end_and_stores_nothing() {
        var running = running(ALICE, aLiveWorker());
        var ear = new Ear();
        jobs().signals().listen(ear);

        erased(ALICE);

        ear.awaitEnd(running.id());
        assertThatThrownBy(() -> saved(Jobs.completion(running, now())))
                .isInstanceOf(StaleJob.class);
        assertThat(jobs().canvases().page(ALICE, null, 10)).isEmpty();
        assertThat(jobs().queue().claim(aLiveWorker(), 10)).isEmpty();
    }

    @Test
    default void who_has_nothing_loses_nothing_once_or_twice() {
        fill(BOB);
        completed(ALICE);

        assertThat(erased(new UserId("nobody"))).isEqualTo(Erased.NOTHING);
        assertThat(erased(ALICE)).isEqualTo(new Erased(1, 1));
        assertThat(erased(ALICE)).isEqualTo(Erased.NOTHING);
        assertThat(all(BOB)).hasSize(7);
    }

    @Test
    default void calls_at_the_same_moment_share_the_work() {
        for (int n = 0; n < 3; n++) {
            completed(ALICE);
            added(by(ALICE));
        }

        var erased = Together.call(3, _ -> erased(ALICE));

        assertThat(erased.stream().mapToInt(Erased::jobs).sum()).isEqualTo(6);
        assertThat(erased.stream().mapToInt(Erased::canvases).sum()).isEqualTo(3);
        assertThat(all(ALICE)).isEmpty();
        assertThat(jobs().canvases().page(ALICE, null, 10)).isEmpty();
    }

    @Test
    default void an_erased_user_may_come_back() {
        fill(ALICE);
        erased(ALICE);

        var again = jobs().store().addOnce(FIRST, by(ALICE).made());

        assertThat(all(ALICE)).containsExactly(again);
        assertThat(jobs().catalogue().stats(ALICE).queued()).isEqualTo(1);
    }
}
