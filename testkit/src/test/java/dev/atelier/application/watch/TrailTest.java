package dev.atelier.application.watch;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.Bookmark.Seen;
import dev.atelier.application.port.in.JobMove;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class TrailTest {

    private static final Instant PAST = NOON.minusSeconds(30);
    private static final Duration MEMORY = Duration.ofSeconds(5);

    private final Trail trail = new Trail(new Bookmark(PAST, List.of()), NOON);
    private final List<JobMove> life = Moves.ofALife(ALICE, NOON);

    @Test
    void what_was_passed_is_not_new() {
        assertThat(life).allMatch(trail::isNew);

        trail.pass(life.get(0));
        trail.pass(life.get(1));

        assertThat(life.stream().map(trail::isNew)).containsExactly(false, false, true);
        assertThat(trail.last(life.getFirst().job().id())).isEqualTo(2);
    }

    @Test
    void what_was_written_before_it_begins_is_not_new() {
        assertThat(trail.isNew(Moves.ofALife(ALICE, PAST).getFirst())).isFalse();
        assertThat(trail.isNew(Moves.ofALife(ALICE, PAST.plusNanos(1_000)).getFirst())).isTrue();
    }

    @Test
    void goes_on_from_a_bookmark_where_it_was() {
        var late = Moves.ofALife(ALICE, PAST.plusSeconds(2)).getFirst();
        trail.pass(life.get(0));
        trail.pass(life.get(1));
        trail.settle(PAST.plusSeconds(1), MEMORY);

        var resumed = new Trail(trail.bookmark(), NOON.plusSeconds(10));

        assertThat(resumed.bookmark()).isEqualTo(trail.bookmark());
        assertThat(life.stream().map(resumed::isNew)).containsExactly(false, false, true);
        assertThat(resumed.isNew(late)).isTrue();
    }

    @Test
    void forgets_what_is_surely_past_and_does_not_take_it_for_new() {
        life.forEach(trail::pass);

        trail.settle(NOON.plusSeconds(6), MEMORY);

        assertThat(trail.bookmark()).isEqualTo(new Bookmark(NOON.plusSeconds(6), List.of()));
        assertThat(life).noneMatch(trail::isNew);
    }

    @Test
    void remembers_a_little_longer_than_that() {
        life.forEach(trail::pass);

        trail.settle(NOON.plusSeconds(4), MEMORY);

        assertThat(trail.bookmark().seen())
                .extracting(Seen::job)
                .containsExactly(Bookmark.tail(life.get(0).job().id()));
        var toldLater = new JobMove(life.get(2).job(), null, null, NOON.plusSeconds(5));
        assertThat(trail.isNew(toldLater)).isFalse();
    }

    @Test
    void the_sure_past_does_not_come_back() {
        trail.settle(NOON, MEMORY);
        trail.settle(PAST, MEMORY);

        assertThat(trail.since()).isEqualTo(NOON);
    }

    @Test
    void what_a_bookmark_says_was_seen_is_remembered_until_it_is_surely_past() {
        var seen = List.of(new Seen(Bookmark.tail(life.get(0).job().id()), 2));
        var resumed = new Trail(new Bookmark(PAST, seen), NOON.plusSeconds(60));

        resumed.settle(NOON.minusSeconds(1), MEMORY);

        assertThat(life.stream().map(resumed::isNew)).containsExactly(false, false, true);
    }

    @Test
    void a_bookmark_names_the_latest_jobs_and_the_moment_is_always_of_now() {
        var many = Moves.ofSubmissions(1000, ALICE, NOON);
        many.forEach(trail::pass);
        trail.pass(life.get(0));
        trail.settle(NOON.minusSeconds(1), MEMORY);

        var bookmark = trail.bookmark();

        assertThat(bookmark.since()).isEqualTo(NOON.minusSeconds(1));
        assertThat(bookmark.seen())
                .hasSize(Bookmark.MAX_JOBS)
                .startsWith(
                        new Seen(
                                Bookmark.tail(life.get(0).job().id()), life.get(0).job().version()),
                        new Seen(
                                Bookmark.tail(many.getLast().job().id()),
                                many.getLast().job().version()));
        assertThat(many).noneMatch(trail::isNew);
    }

    @Test
    void the_memory_is_bounded() {
        var many = Moves.ofSubmissions(5000, ALICE, NOON);

        many.forEach(trail::pass);

        assertThat(many.stream().filter(trail::isNew)).hasSize(3000);
        assertThat(trail.isNew(many.getLast())).isFalse();
    }
}
