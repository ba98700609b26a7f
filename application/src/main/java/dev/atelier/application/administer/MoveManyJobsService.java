package dev.atelier.application.administer;

import dev.atelier.application.port.in.MoveManyJobs;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.Overview;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;

/// [MoveManyJobs] as many transitions, a batch at a time.
public final class MoveManyJobsService implements MoveManyJobs {

    private static final Logger LOG = LoggerFactory.getLogger(MoveManyJobsService.class);
    private static final int BATCH = 100;

    private final Overview overview;
    private final ManyMoves moves;
    private final InstantSource clock;

    public MoveManyJobsService(Overview overview, JobStore store, InstantSource clock) {
        this.overview = overview;
        this.moves = new ManyMoves(store);
        this.clock = clock;
    }

    @Override
    public Outcome retry(Command command) {
        return move("retry", command, RETRIABLE, job -> job.retry(clock.instant()));
    }

    @Override
    public Outcome cancel(Command command) {
        return move("cancel", command, CANCELLABLE, job -> job.cancel(clock.instant()));
    }

    private Outcome move(
            String name, Command command, Set<String> usual, Function<AIJob, Transition> move) {
        var which = command.which().unlessTold(usual);
        var found = overview.select(which, command.limit() + 1);
        var more = found.size() > command.limit();
        var jobs = more ? found.subList(0, command.limit()) : found;
        var done = 0;
        try {
            for (int from = 0; from < jobs.size(); from += BATCH) {
                var batch = jobs.subList(from, Math.min(from + BATCH, jobs.size()));
                done += moves.save(batch, job -> which.statuses().contains(word(job)), move);
            }
        } finally {
            LOG.info(
                    "administrator {}: {} of {} jobs ({}), {} done",
                    command.by().value(),
                    name,
                    jobs.size(),
                    Told.of(which),
                    done);
        }
        return new Outcome(jobs.size(), done, more);
    }

    private static String word(AIJob job) {
        return job.state().word();
    }
}
