package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What happens to jobs on one node, another hears of as having happened elsewhere.
final class FeedOfNodesTest extends PostgresTest implements JobsContract {

    private static final class Ear implements JobFeed.Listener {

        private final AtomicInteger here = new AtomicInteger();
        private final AtomicInteger looks = new AtomicInteger();
        private final Set<Trace> moved = ConcurrentHashMap.newKeySet();
        private final Set<Trace> progressed = ConcurrentHashMap.newKeySet();

        @Override
        public void moved(List<Transition> moves) {
            here.incrementAndGet();
        }

        @Override
        public void progressed(UserId owner, Progressed progress) {
            here.incrementAndGet();
        }

        @Override
        public void drawn(UserId owner, Drawn drawn) {
            here.incrementAndGet();
        }

        @Override
        public void elsewhere(Set<Trace> jobs, Set<Trace> saying) {
            moved.addAll(jobs);
            progressed.addAll(saying);
        }

        @Override
        public void lookAgain() {
            looks.incrementAndGet();
        }
    }

    /// On a node that already listens.
    private Ear earOn(PostgresAdapter node) {
        var ear = new Ear();
        node.feed().follow(ear);
        await().until(() -> ear.looks.get() > 0);
        return ear;
    }

    @Test
    void another_node_hears_whose_job_moved() {
        var ear = earOn(database().openNode());

        var alices = added(by(ALICE));
        var bobs = added(by(BOB));
        await().until(() -> ear.moved.containsAll(Set.of(trace(alices), trace(bobs))));

        ear.moved.clear();
        saved(alices.cancel(now()));
        await().until(() -> ear.moved.contains(trace(alices)));

        ear.moved.clear();
        jobs().queue().claim(aLiveWorker(), 1);
        await().until(() -> ear.moved.contains(trace(bobs)));
        assertThat(ear.here).hasValue(0);
    }

    @Test
    void another_node_hears_which_attempt_said_or_drew_something() {
        var ear = earOn(database().openNode());
        var job = running(ALICE, aLiveWorker());
        await().until(() -> ear.moved.contains(trace(job)));

        jobs().progress().show(job, new Progress(10, "Thinking"));
        await().until(() -> ear.progressed.contains(trace(job)));

        ear.progressed.clear();
        jobs().progress().show(job, Designs.aFlow());
        await().until(() -> ear.progressed.contains(trace(job)));
        assertThat(ear.here).hasValue(0);
    }

    @Test
    void what_a_node_did_itself_did_not_happen_elsewhere() {
        var here = new Ear();
        database().node().feed().follow(here);
        var there = earOn(database().openNode());

        var job = added(by(ALICE));
        await().until(() -> there.moved.contains(trace(job)));
        var last = added(by(ALICE));
        await().until(() -> there.moved.contains(trace(last)));

        assertThat(here.moved).isEmpty();
        assertThat(here.here).hasValue(2);
    }

    @Test
    void a_cut_connection_is_a_reason_to_look_again() {
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
        var job = added(by(ALICE));
        await().until(() -> ear.moved.contains(trace(job)));
    }

    @Test
    void a_job_that_one_node_cannot_read_others_hear_of() {
        var ear = earOn(database().openNode());
        var job = added(by(ALICE));
        await().until(() -> ear.moved.contains(trace(job)));
        ear.moved.clear();
        database()
                .execute(
                        "update ai_jobs set request_data = '{\"style\": 7}' where id = ?",
                        job.id().value());

        assertThat(jobs().queue().claim(aLiveWorker(), 1)).isEmpty();

        await().until(() -> ear.moved.contains(trace(job)));
    }

    private static Trace trace(AIJob job) {
        return new Trace(job.owner(), job.id());
    }
}
