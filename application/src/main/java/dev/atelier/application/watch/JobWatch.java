package dev.atelier.application.watch;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.JobId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Follows one job, by its version.
final class JobWatch extends MailWatch {

    private final Trace job;
    private final JobLog log;
    private final Runnable leaving;
    private long version;

    /// @param version the last that the watcher knows
    JobWatch(Trace job, long version, Mailbox mailbox, JobLog log, Runnable leaving) {
        super(mailbox, true);
        this.job = job;
        this.version = version;
        this.log = log;
        this.leaving = leaving;
    }

    @Override
    Missed missed() {
        var moves = log.moves(List.of(job));
        if (moves.isEmpty()) {
            throw new JobNotFound(job.job());
        }
        return new Missed(
                moves.stream().map(move -> new Mail.Entry(move, Instant.MIN)).toList(), false);
    }

    @Override
    boolean accept(JobMove move, Instant surePast, Duration memory) {
        var isNext = move.job().version() > version;
        if (isNext) {
            version = move.job().version();
        }
        return isNext;
    }

    @Override
    long told(JobId id) {
        return version;
    }

    @Override
    public void close() {
        leaving.run();
    }
}
