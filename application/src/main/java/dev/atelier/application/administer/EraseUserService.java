package dev.atelier.application.administer;

import static dev.atelier.application.port.in.MoveManyJobs.CANCELLABLE;

import dev.atelier.application.port.in.EraseUser;
import dev.atelier.application.port.in.MoveManyJobs.Selection;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.JobRetention;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.Overview;
import dev.atelier.domain.job.UserId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/// [EraseUser] in steps of which each leaves less: first the jobs end, so that nobody works on them
/// any more, then they go, then the canvases that the last of them may have drawn.
public final class EraseUserService implements EraseUser {

    private static final Logger LOG = LoggerFactory.getLogger(EraseUserService.class);
    private static final int BATCH = 100;

    /// The clock of a node that took a job in may be a little ahead.
    private static final Duration LEEWAY = Duration.ofSeconds(1);

    private final Overview overview;
    private final ManyMoves moves;
    private final JobRetention retention;
    private final CanvasStore canvases;
    private final InstantSource clock;

    public EraseUserService(
            Overview overview,
            JobStore store,
            JobRetention retention,
            CanvasStore canvases,
            InstantSource clock) {
        this.overview = overview;
        this.moves = new ManyMoves(store);
        this.retention = retention;
        this.canvases = canvases;
        this.clock = clock;
    }

    @Override
    public Erased erase(Command command) {
        callOff(command.user());
        var jobs = retention.erase(command.user());
        var drawn = canvases.deleteAll(command.user());
        LOG.info(
                "administrator {}: a user was erased, with {} jobs and {} canvases",
                command.by().value(),
                jobs,
                drawn);
        return new Erased(jobs, drawn);
    }

    /// Comes to an end however fast the user submits others.
    private void callOff(UserId user) {
        var begin = clock.instant().plus(LEEWAY);
        var which = new Selection(CANCELLABLE, null, user, null, begin, Set.of());
        var left = overview.select(which, BATCH);
        while (!left.isEmpty()) {
            moves.save(left, _ -> true, job -> job.cancel(clock.instant()));
            left = overview.select(which, BATCH);
        }
    }
}
