package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.JobQueue;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Several nodes claim and finish for all they are worth.
final class ClaimUnderContentionTest extends PostgresTest implements JobsContract {

    private static final int USERS = 10;
    private static final int JOBS = 600;
    private static final int CLAIMERS = 8;

    private final Set<JobId> done = ConcurrentHashMap.newKeySet();
    private final AtomicInteger claims = new AtomicInteger();

    @Test
    void each_job_is_claimed_once_and_finished_once() throws Exception {
        submit();
        var nodes = List.of(database().node(), database().openNode());
        var work = new ArrayList<Callable<Void>>();
        for (int n = 0; n < CLAIMERS; n++) {
            var node = nodes.get(n % nodes.size());
            work.add(() -> drain(node));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var end : threads.invokeAll(work)) {
                end.get();
            }
        }

        assertThat(done).hasSize(JOBS);
        assertThat(claims).hasValue(JOBS);
        assertThat(database().number("select count(*) from ai_jobs where status = 'completed'"))
                .isEqualTo(JOBS);
        assertThat(
                        database()
                                .number(
                                        "select count(*) from ai_job_events where type ="
                                                + " 'completed'"))
                .isEqualTo(JOBS);
        assertThat(database().number("select count(*) from canvases")).isEqualTo(JOBS);
        var stats = jobs().catalogue().statsOfAll();
        assertThat(stats.completed()).isEqualTo(JOBS);
        assertThat(stats.queued()).isZero();
        assertThat(stats.processing()).isZero();
    }

    private void submit() throws Exception {
        var submissions = new ArrayList<Callable<AIJob>>();
        for (int n = 0; n < JOBS; n++) {
            var owner = new UserId("user-" + n % USERS);
            submissions.add(() -> added(by(owner)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var submission : threads.invokeAll(submissions)) {
                submission.get();
            }
        }
    }

    private Void drain(PostgresAdapter node) {
        var worker = Jobs.aWorker();
        node.workers().join(worker, 7);
        while (done.size() < JOBS) {
            for (var job : node.queue().claim(worker, 7)) {
                claims.incrementAndGet();
                node.store().save(Jobs.completion(job, now()));
                done.add(job.id());
            }
        }
        return null;
    }

    @Test
    void a_users_limit_holds_in_every_batch() {
        var limited = jobs().limitedTo(3).queue();
        added(40, by(Jobs.ALICE));
        added(2, by(Jobs.BOB));
        var worker = aLiveWorker();

        var first = limited.claim(worker, 20);
        assertThat(ofAlice(first)).isEqualTo(3);
        assertThat(first).hasSize(5);

        first.stream()
                .filter(job -> job.owner().equals(Jobs.ALICE))
                .limit(2)
                .forEach(job -> saved(Jobs.completion(job, now())));
        assertThat(ofAlice(claimed(limited, worker))).isEqualTo(2);
        assertThat(claimed(limited, worker)).isEmpty();
    }

    private static List<AIJob> claimed(JobQueue queue, WorkerId worker) {
        return queue.claim(worker, 20);
    }

    private static long ofAlice(List<AIJob> jobs) {
        return jobs.stream().filter(job -> job.owner().equals(Jobs.ALICE)).count();
    }
}
