package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.application.port.out.JobSignals;
import dev.atelier.domain.job.JobId;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.Test;

import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What one node does, another hears; and it goes on hearing after its connection was cut.
final class NodesTest extends PostgresTest implements JobsContract {

    private static final class Ear implements JobSignals.Listener {

        private final AtomicInteger queued = new AtomicInteger();
        private final AtomicInteger looks = new AtomicInteger();
        private final Set<JobId> ended = ConcurrentHashMap.newKeySet();

        @Override
        public void queued() {
            queued.incrementAndGet();
        }

        @Override
        public void ended(Set<JobId> jobs) {
            ended.addAll(jobs);
        }

        @Override
        public void lookAgain() {
            looks.incrementAndGet();
        }
    }

    /// A node that already listens: what it was told while it started is forgotten.
    private Ear earOn(PostgresAdapter node) {
        var ear = new Ear();
        node.signals().listen(ear);
        await().until(() -> ear.looks.get() > 0);
        return ear;
    }

    @Test
    void another_node_hears_of_work_and_of_ends() {
        var ear = earOn(database().openNode());
        var heard = ear.queued.get();

        var job = added(by(ALICE));
        await().until(() -> ear.queued.get() > heard);

        saved(job.cancel(now()));
        await().until(() -> ear.ended.contains(job.id()));
    }

    @Test
    void more_ends_than_a_hint_can_name_are_a_reason_to_look() {
        var ear = earOn(database().openNode());
        var looks = ear.looks.get();

        database().texts("select pg_notify('atelier', 'somebody||*')");

        await().until(() -> ear.looks.get() > looks);
    }

    @Test
    void a_cut_connection_is_opened_again_and_nothing_is_missed() {
        var ear = earOn(database().openNode());
        var looks = ear.looks.get();

        var cut =
                database()
                        .number(
                                """
                                select count(pg_terminate_backend(pid)) from pg_stat_activity
                                where query = 'listen atelier'
                                    and datname = current_database()
                                """);
        assertThat(cut).isPositive();

        await().until(() -> ear.looks.get() > looks);
        var job = saved(added(by(ALICE)).cancel(now()));
        await().until(() -> ear.ended.contains(job.id()));
    }

    @Test
    void a_listener_that_fails_keeps_nobody_else_from_hearing() {
        database().node().signals().listen(new Failing());
        var ear = new Ear();
        database().node().signals().listen(ear);

        var job = saved(added(by(ALICE)).cancel(now()));

        await().until(() -> ear.ended.contains(job.id()));
    }

    private static final class Failing implements JobSignals.Listener {

        @Override
        public void queued() {
            throw new IllegalStateException("planted");
        }

        @Override
        public void ended(Set<JobId> jobs) {
            throw new IllegalStateException("planted");
        }

        @Override
        public void lookAgain() {
            throw new IllegalStateException("planted");
        }
    }

    @Test
    void nodes_agree_on_the_time() {
        var other = database().openNode();
        var here = now();
        var there = other.clock().instant();

        assertThat(there).isBetween(here.minusMillis(200), here.plusSeconds(5));
        assertThat(there).isEqualTo(there.truncatedTo(ChronoUnit.MICROS));
    }
}
