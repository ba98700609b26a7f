package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.UserId;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

/// Nobody starves: each job starts after a bounded number of claims, whoever else comes meanwhile.
/// See [FairnessContract] for the rule.
public interface StarvationContract extends JobsContract {

    int USERS = 5;
    int STEPS = 60;

    @Test
    default void a_users_first_job_is_overtaken_by_nobody_who_comes_later() {
        var line = new WatchedLine(this);
        var random = new SplittableRandom(7);
        for (int step = 0; step < STEPS; step++) {
            line.arrive(new UserId("user-" + random.nextInt(USERS)));
            if (random.nextInt(10) < 7) {
                line.serve();
            }
        }
        line.serveAll();

        assertThat(line.firstJobs())
                .allSatisfy(
                        ticket ->
                                assertThat(ticket.served())
                                        .isLessThanOrEqualTo(ticket.waitingOnArrival()));
    }

    /// A round serves each user once; a job may find two under way when it comes.
    @Test
    default void a_job_waits_for_as_many_rounds_as_its_own_user_has_waiting() {
        for (int seed = 0; seed < 2; seed++) {
            var line = new WatchedLine(this);
            var random = new SplittableRandom(seed);
            for (int step = 0; step < STEPS; step++) {
                var busyUser = random.nextInt(4) > 0;
                var user = busyUser ? 0 : random.nextInt(USERS);
                line.arrive(new UserId("user-" + seed + "-" + user));
                if (random.nextBoolean()) {
                    line.serve();
                }
            }
            line.serveAll();

            assertThat(line.allJobs())
                    .allSatisfy(
                            ticket ->
                                    assertThat(ticket.served())
                                            .isLessThanOrEqualTo(
                                                    USERS * (ticket.ownOnArrival() + 2)));
        }
    }

    @Test
    default void a_stream_of_ever_new_users_at_full_load_starves_nobody() {
        var line = new WatchedLine(this);
        var backlog = 6;
        for (int n = 0; n < backlog; n++) {
            line.arrive(ALICE);
        }
        for (int n = 0; n < backlog * (backlog + 3) / 2; n++) {
            line.arrive(new UserId("passer-by-" + n));
            line.serve();
        }

        assertThat(line.waiting(ALICE)).isZero();
    }
}
