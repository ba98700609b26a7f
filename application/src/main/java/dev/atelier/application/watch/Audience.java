package dev.atelier.application.watch;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.port.out.JobLog.Written;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Those on this node who watch one user's jobs. It hears moves from everywhere, twice or out of
/// order, and tells each once and in its job's order: versions have no gaps, so it knows what it
/// has not heard, and has the log asked for that.
final class Audience {

    /// Beyond that many, jobs that have not ended are forgotten too, and looked up when they move.
    private static final int MAX_HEARD = 10_000;

    /// What other nodes say of more jobs than that is left to the next look.
    private static final int MAX_HINTS = 10_000;

    /// By so much at most our idea of the store's time is off.
    static final Duration CLOCK_ERROR = Duration.ofSeconds(5);

    private final UserId owner;
    private final ReentrantLock opening = new ReentrantLock();
    private final Set<Mailbox> ofAllJobs = new HashSet<>();
    private final Map<JobId, Set<Mailbox>> ofOneJob = new HashMap<>();

    /// Of each job that moved lately, or still will: the last move that was told.
    private final Map<JobId, Heard> heard = new HashMap<>();

    /// Jobs of which more may be written than was heard, and which mention of that was the last:
    /// what was read before it may lack what it was about.
    private final Map<Trace, Long> gaps = new HashMap<>();

    private long mentions;
    private Instant surePast;
    private boolean open;

    private record Heard(long version, Instant loggedAt, boolean ended) {}

    /// @param surePast whatever was written until then is none of its business
    Audience(UserId owner, Instant surePast) {
        this.owner = owner;
        this.surePast = surePast;
    }

    UserId owner() {
        return owner;
    }

    /// @param job null for all jobs
    synchronized void join(@Nullable JobId job, Mailbox mailbox) {
        if (job == null) {
            ofAllJobs.add(mailbox);
        } else {
            ofOneJob.computeIfAbsent(job, _ -> new HashSet<>()).add(mailbox);
        }
    }

    /// @return whether nobody is left
    synchronized boolean leave(@Nullable JobId job, Mailbox mailbox) {
        if (job == null) {
            ofAllJobs.remove(mailbox);
        } else {
            ofOneJob.computeIfPresent(
                    job, (_, boxes) -> boxes.remove(mailbox) && boxes.isEmpty() ? null : boxes);
        }
        return ofAllJobs.isEmpty() && ofOneJob.isEmpty();
    }

    /// Learns, once, where the jobs stand that it has not heard of: what came before that is left
    /// to the watchers, each of whom looks at the log after this and after joining.
    void open(Supplier<Collection<Written>> where) {
        opening.lock();
        try {
            if (!open) {
                know(where.get());
                open = true;
            }
        } finally {
            opening.unlock();
        }
    }

    private synchronized void know(Collection<Written> jobs) {
        var last = new HashMap<Trace, Long>();
        jobs.forEach(written -> last.merge(written.trace(), written.version(), Math::max));
        last.forEach(
                (trace, version) ->
                        heard.putIfAbsent(trace.job(), new Heard(version, surePast, false)));
    }

    /// @return whether something is missing now
    synchronized boolean hear(JobMove move) {
        var trace = new Trace(owner, move.job().id());
        var version = move.job().version();
        var last = lastOf(trace.job());
        if (version <= last) {
            return false;
        }
        if (version == last + 1 && !gaps.containsKey(trace)) {
            tell(move);
            return false;
        }
        miss(trace);
        return true;
    }

    /// The log has something about this job, perhaps unheard.
    ///
    /// @param version the last that is there
    synchronized void suspect(Trace trace, long version) {
        if (version > lastOf(trace.job())) {
            miss(trace);
        }
    }

    /// Something was written about this job, perhaps unheard.
    synchronized void suspect(Trace trace) {
        if (gaps.size() < MAX_HINTS) {
            miss(trace);
        }
    }

    private void miss(Trace trace) {
        mentions++;
        gaps.put(trace, mentions);
    }

    /// @return the jobs to ask the log for, to be handed back with the answer
    synchronized Map<Trace, Long> missing() {
        return Map.copyOf(gaps);
    }

    /// What the log says of the jobs in `asked`. What it lacks by now was deleted, or never was.
    synchronized void fill(Map<Trace, Long> asked, List<JobMove> moves) {
        for (var move : moves) {
            var last = heard.get(move.job().id());
            var isNew =
                    last == null
                            ? move.loggedAt().isAfter(surePast)
                            : move.job().version() > last.version();
            if (isNew) {
                tell(move);
            }
        }
        asked.forEach(gaps::remove);
    }

    /// Whatever was written until then was heard.
    synchronized void surePast(Instant moment) {
        if (!moment.isAfter(surePast)) {
            return;
        }
        surePast = moment;
        var old = moment.minus(CLOCK_ERROR);
        heard.values()
                .removeIf(
                        it ->
                                it.loggedAt().isBefore(old)
                                        && (it.ended() || heard.size() > MAX_HEARD));
    }

    /// Passes on a word, unless its attempt is over.
    synchronized void hear(Update word) {
        if (lastOf(word.job()) > word.version()) {
            return;
        }
        ofAllJobs.forEach(mailbox -> mailbox.put(word));
        ofOneJob.getOrDefault(word.job(), Set.of()).forEach(mailbox -> mailbox.put(word));
    }

    private void tell(JobMove move) {
        var job = move.job();
        heard.put(job.id(), new Heard(job.version(), move.loggedAt(), job.state().isFinal()));
        var mail = new Mail.Move(move, surePast);
        ofAllJobs.forEach(mailbox -> mailbox.put(mail));
        ofOneJob.getOrDefault(job.id(), Set.of()).forEach(mailbox -> mailbox.put(mail));
    }

    private long lastOf(JobId job) {
        var last = heard.get(job);
        return last == null ? 0 : last.version();
    }
}
