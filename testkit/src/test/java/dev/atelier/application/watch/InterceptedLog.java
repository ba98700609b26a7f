package dev.atelier.application.watch;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.domain.job.UserId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A log where something happens just before or just after each read: somebody else's write, or an
/// outage.
final class InterceptedLog implements JobLog {

    static final Runnable NOTHING = () -> {};

    private final JobLog log;
    private final AtomicInteger reads = new AtomicInteger();
    private volatile Runnable before = NOTHING;
    private volatile Runnable after = NOTHING;

    InterceptedLog(JobLog log) {
        this.log = log;
    }

    void before(Runnable happening) {
        before = happening;
    }

    void after(Runnable happening) {
        after = happening;
    }

    /// Happens at the first read only.
    static Runnable once(Runnable happening) {
        var happened = new AtomicBoolean();
        return () -> {
            if (!happened.getAndSet(true)) {
                happening.run();
            }
        };
    }

    int reads() {
        return reads.get();
    }

    private <T> T read(Supplier<T> reading) {
        reads.incrementAndGet();
        before.run();
        var result = reading.get();
        after.run();
        return result;
    }

    @Override
    public List<JobMove> moves(Collection<Trace> jobs) {
        return read(() -> log.moves(jobs));
    }

    @Override
    public List<JobMove> movesAfter(UserId owner, Instant since, int limit) {
        return read(() -> log.movesAfter(owner, since, limit));
    }

    @Override
    public List<Written> writtenAfter(Collection<UserId> owners, Instant since) {
        return read(() -> log.writtenAfter(owners, since));
    }

    @Override
    public List<Written> unended(UserId owner, int limit) {
        return read(() -> log.unended(owner, limit));
    }
}
