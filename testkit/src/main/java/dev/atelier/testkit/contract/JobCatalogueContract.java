package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Pages of a user's jobs: newest first, and stable while new ones arrive.
public interface JobCatalogueContract extends JobsContract {

    private static PageRequest first(int limit) {
        return new PageRequest(ALICE, Set.of(), null, null, null, 0, limit);
    }

    private static PageRequest after(JobId last, int limit) {
        return new PageRequest(ALICE, Set.of(), null, null, last, 0, limit);
    }

    private static PageRequest matching(
            Set<String> statuses, @Nullable String jobType, @Nullable String tag) {
        return new PageRequest(ALICE, statuses, jobType, tag, null, 0, 50);
    }

    private List<AIJob> page(PageRequest request) {
        return jobs().catalogue().page(request).jobs().stream().map(JobDetails::job).toList();
    }

    /// So many jobs of Alice's, newest first.
    private List<AIJob> stored(int number) {
        var all = new ArrayList<AIJob>();
        for (int n = 0; n < number; n++) {
            all.addFirst(added(by(ALICE)));
        }
        return all;
    }

    @Test
    default void the_newest_come_first_and_only_ones_own() {
        added(by(BOB));
        var mine = stored(3);

        assertThat(page(first(50))).isEqualTo(mine);
    }

    @Test
    default void a_page_tells_where_the_next_one_starts_if_there_is_one() {
        var mine = stored(5);

        assertThat(page(first(3))).isEqualTo(mine.subList(0, 3));
        assertThat(page(first(5))).isEqualTo(mine);
        assertThat(jobs().catalogue().page(first(4)).next()).isEqualTo(mine.get(3).id());
        assertThat(jobs().catalogue().page(first(5)).next()).isNull();
    }

    @Test
    default void pages_after_a_job_are_stable_while_new_ones_arrive() {
        var mine = stored(5);
        var lastSeen = mine.get(1).id();
        added(by(ALICE));
        added(by(ALICE).notBefore(now().plusSeconds(3600)));

        assertThat(page(after(lastSeen, 2))).isEqualTo(mine.subList(2, 4));
        assertThat(page(after(mine.getLast().id(), 2))).isEmpty();
    }

    @Test
    default void a_page_after_a_job_that_is_gone_begins_where_the_job_was() {
        var mine = stored(3);
        var gone = mine.get(1);
        jobs().store().delete(saved(gone.cancel(now())));

        assertThat(page(after(gone.id(), 10))).containsExactly(mine.getLast());
    }

    @Test
    default void an_offset_skips() {
        var mine = stored(5);

        var third = new PageRequest(ALICE, Set.of(), null, null, null, 2, 1);

        assertThat(page(third)).isEqualTo(mine.subList(2, 3));
    }

    @Test
    default void a_page_can_be_of_any_set_of_statuses() {
        var queued = added(by(ALICE));
        var running = running(ALICE, aLiveWorker());
        var completed = completed(ALICE);
        var failed = saved(Jobs.failure(running(ALICE, aLiveWorker()), now()));
        var cancelled = saved(added(by(ALICE)).cancel(now()));

        assertThat(page(matching(Set.of("queued"), null, null))).containsExactly(queued);
        assertThat(page(matching(Set.of("processing"), null, null))).containsExactly(running);
        assertThat(page(matching(Set.of("completed", "failed"), null, null)))
                .containsExactly(failed, completed);
        assertThat(page(matching(Set.of("cancelled"), null, null))).containsExactly(cancelled);
    }

    @Test
    default void a_page_can_be_of_one_type_of_job() {
        var mine = stored(1);

        assertThat(page(matching(Set.of(), CreateCanvas.TYPE, null))).isEqualTo(mine);
        assertThat(page(matching(Set.of(), "other", null))).isEmpty();
    }

    @Test
    default void a_page_can_be_of_one_tag() {
        var tagged = added(by(ALICE).tagged("größer", "it's"));
        added(by(ALICE).tagged("größere"));
        added(by(BOB).tagged("größer"));

        assertThat(page(matching(Set.of(), null, "größer"))).containsExactly(tagged);
        assertThat(page(matching(Set.of("queued"), CreateCanvas.TYPE, "it's")))
                .containsExactly(tagged);
        assertThat(page(matching(Set.of("failed"), null, "größer"))).isEmpty();
    }

    @Test
    default void filters_and_a_cursor_go_together() {
        var older = added(by(ALICE).tagged("x"));
        stored(2);
        var newer = added(by(ALICE).tagged("x"));

        var next = new PageRequest(ALICE, Set.of("queued"), null, "x", newer.id(), 0, 5);

        assertThat(page(next)).containsExactly(older);
    }

    @Test
    default void a_page_shows_what_the_details_show() {
        var job = saved(Jobs.failure(running(ALICE, aLiveWorker()), now()));

        assertThat(jobs().catalogue().page(first(1)).jobs())
                .containsExactly(jobs().catalogue().details(job.id(), ALICE).orElseThrow());
    }
}
