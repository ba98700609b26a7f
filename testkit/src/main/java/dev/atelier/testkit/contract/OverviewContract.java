package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.MoveManyJobs.Selection;
import dev.atelier.application.port.in.Supervision.Page;
import dev.atelier.application.port.in.Supervision.Search;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What belongs to whomever is found, and told as its owner is told it.
public interface OverviewContract extends JobsContract {

    private Page page(Search search) {
        return jobs().overview().page(search);
    }

    private static Search search(
            Set<String> statuses, @Nullable UserId owner, @Nullable String tag) {
        return new Search(statuses, null, owner, tag, null, 10);
    }

    private static List<AIJob> jobs(Page page) {
        return page.jobs().stream().map(JobDetails::job).toList();
    }

    private List<AIJob> selected(Selection which, int limit) {
        return jobs().overview().select(which, limit);
    }

    private static Selection inState(String... statuses) {
        return new Selection(Set.of(statuses), null, null, null, null, Set.of());
    }

    @Test
    default void a_job_is_found_whosever_it_is() {
        var job = added(by(BOB));

        assertThat(jobs().overview().ownerOf(job.id())).contains(BOB);
        assertThat(jobs().overview().ownerOf(Jobs.aQueuedJob().id())).isEmpty();
    }

    @Test
    default void pages_lead_through_everybodys_jobs_from_the_newest_to_the_oldest() {
        var all = new ArrayList<AIJob>();
        for (int n = 0; n < 4; n++) {
            all.addFirst(added(by(ALICE)));
            all.addFirst(completed(BOB));
            all.addFirst(saved(added(by(BOB)).cancel(now())));
        }

        var seen = new ArrayList<AIJob>();
        JobId after = null;
        do {
            var page = page(new Search(Set.of(), null, null, null, after, 5));
            assertThat(page.jobs()).hasSizeLessThanOrEqualTo(5);
            seen.addAll(jobs(page));
            after = page.next();
        } while (after != null);

        assertThat(seen).isEqualTo(all);
    }

    @Test
    default void a_page_that_is_just_full_is_the_last() {
        added(10, by(ALICE));

        assertThat(page(search(Set.of(), null, null)).next()).isNull();
        assertThat(page(search(Set.of(), ALICE, null)).next()).isNull();
    }

    @Test
    default void filters_narrow_what_is_found() {
        var tagged = added(by(ALICE).tagged("x"));
        var hers = completed(ALICE);
        var his = saved(added(by(BOB).tagged("x")).cancel(now()));
        var waits = added(by(BOB));

        assertThat(jobs(page(search(Set.of(), BOB, null)))).containsExactly(waits, his);
        assertThat(jobs(page(search(Set.of("completed", "cancelled"), null, null))))
                .containsExactly(his, hers);
        assertThat(jobs(page(search(Set.of("queued"), BOB, null)))).containsExactly(waits);
        assertThat(jobs(page(search(Set.of(), null, "x")))).containsExactly(his, tagged);
        assertThat(jobs(page(search(Set.of(), ALICE, "x")))).containsExactly(tagged);
        assertThat(jobs(page(new Search(Set.of(), "modify_canvas", null, null, null, 10))))
                .isEmpty();
        assertThat(jobs(page(new Search(Set.of(), "create_canvas", null, null, null, 10))))
                .hasSize(4);
    }

    @Test
    default void a_job_is_told_as_its_owner_is_told_it() {
        completed(ALICE);
        saved(Jobs.requeue(running(BOB, aLiveWorker()), now().plusSeconds(60), now()));
        added(by(ALICE).notBefore(now().plusSeconds(60)));
        saved(Jobs.failure(running(BOB, aLiveWorker()), now()));

        assertThat(page(search(Set.of(), null, null)).jobs())
                .hasSize(4)
                .allSatisfy(
                        told ->
                                assertThat(told)
                                        .isEqualTo(
                                                jobs().catalogue()
                                                        .details(
                                                                told.job().id(), told.job().owner())
                                                        .orElseThrow()));
    }

    @Test
    default void the_oldest_of_a_state_are_selected_up_to_a_limit() {
        var first = added(by(ALICE));
        saved(added(by(ALICE)).cancel(now()));
        var second = added(by(BOB));
        var third = running(BOB, aLiveWorker());

        assertThat(selected(inState("queued", "processing"), 10))
                .containsExactly(first, second, third);
        assertThat(selected(inState("queued", "processing"), 2)).containsExactly(first, second);
        assertThat(selected(inState("failed"), 10)).isEmpty();
    }

    @Test
    default void a_selection_meets_all_that_is_told() {
        var queued = Set.of("queued");
        var old = added(by(ALICE).at(now().minusSeconds(3600)));
        var tagged = added(by(ALICE).tagged("x"));
        var his = added(by(BOB).tagged("x"));

        assertThat(selected(new Selection(queued, null, ALICE, null, null, Set.of()), 9))
                .containsExactly(old, tagged);
        assertThat(selected(new Selection(queued, null, BOB, "x", null, Set.of()), 9))
                .containsExactly(his);
        assertThat(selected(new Selection(queued, null, null, "x", null, Set.of()), 9))
                .containsExactly(tagged, his);
        var anHourAgo = now().minusSeconds(1800);
        assertThat(selected(new Selection(queued, null, null, null, anHourAgo, Set.of()), 9))
                .containsExactly(old);
        var two = Set.of(old.id(), his.id());
        assertThat(selected(new Selection(queued, null, null, null, null, two), 9))
                .containsExactly(old, his);
        assertThat(selected(new Selection(queued, null, BOB, null, null, two), 9))
                .containsExactly(his);
        assertThat(selected(new Selection(Set.of("failed"), null, null, null, null, two), 9))
                .isEmpty();
        assertThat(selected(new Selection(queued, "modify_canvas", null, null, null, two), 9))
                .isEmpty();
    }
}
