package dev.atelier.adapters.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

final class EventStreamTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final EventStream stream = new EventStream(out);
    private final AIJob job = Jobs.aCompletedJob();

    /// As it comes from the log, which does not say what was drawn.
    private final Update completed = new Moved(new JobMove(job, null, null, Jobs.NOON));

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    @Test
    void is_not_stopped_once_it_has_ended_because_its_thread_serves_the_next_request_by_then() {
        stream.close();

        stream.stop();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void takes_along_a_stop_that_nobody_noticed() {
        stream.stop();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();

        stream.close();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void waits_through_an_outage_for_what_a_job_has_drawn() throws Exception {
        var queries = new Answers();
        queries.failures.add(new StoreUnavailable(new IllegalStateException("down")));

        stream.send("3", completed, new LiveEvents(queries));

        stream.flush();
        assertThat(sent()).startsWith(":\n\nid:3\nevent:completed\ndata:{").endsWith("}\n\n");
    }

    @Test
    void tells_nothing_of_a_job_that_was_deleted_meanwhile() throws Exception {
        var queries = new Answers();
        queries.failures.add(new JobNotFound(job.id()));

        stream.send("3", completed, new LiveEvents(queries));

        stream.flush();
        assertThat(sent()).isEmpty();
    }

    @Test
    void sends_in_one_piece_what_comes_together() {
        stream.mark("1");
        stream.mark("2");
        assertThat(out.size()).isZero();

        stream.flush();

        assertThat(sent()).isEqualTo("id:1\n\nid:2\n\n");
    }

    private String sent() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private final class Answers implements JobQueries {

        private final Queue<RuntimeException> failures = new ArrayDeque<>();

        @Override
        public Result result(JobId id, UserId owner) {
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return new Result(job, Optional.of(Jobs.DRAWN));
        }

        @Override
        public JobDetails details(JobId id, UserId owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PastEvent> history(JobId id, UserId owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Result preview(JobId id, UserId owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page page(PageRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public JobStats stats(UserId owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public JobStats statsOfAll() {
            throw new UnsupportedOperationException();
        }
    }
}
