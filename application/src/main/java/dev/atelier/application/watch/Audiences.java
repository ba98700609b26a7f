package dev.atelier.application.watch;

import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Everybody on this node who watches, by the user whose jobs they watch. What nobody here watches
/// costs one look into a map.
final class Audiences implements JobFeed.Listener {

    /// Progress of more jobs at once is not read: there will be more of it.
    private static final int MAX_PROGRESSED = 10_000;

    private final Map<UserId, Audience> byOwner = new ConcurrentHashMap<>();
    private final Set<Trace> progressedElsewhere = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;
    private final WakeUp wakeUp;
    private final AtomicBoolean lookAgain = new AtomicBoolean();

    /// @param wakeUp is signalled when the log has to be asked
    Audiences(InstantSource clock, WakeUp wakeUp) {
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    Audience join(UserId owner, @Nullable JobId job, Mailbox mailbox) {
        return byOwner.compute(
                owner,
                (_, there) -> {
                    var audience =
                            there == null
                                    ? new Audience(owner, clock.instant().minus(JobLog.SETTLES))
                                    : there;
                    audience.join(job, mailbox);
                    return audience;
                });
    }

    void leave(UserId owner, @Nullable JobId job, Mailbox mailbox) {
        byOwner.computeIfPresent(
                owner, (_, audience) -> audience.leave(job, mailbox) ? null : audience);
    }

    Collection<Audience> all() {
        return byOwner.values();
    }

    Optional<Audience> of(UserId owner) {
        return Optional.ofNullable(byOwner.get(owner));
    }

    @Override
    public void moved(List<Transition> moves) {
        var missing = false;
        for (var move : moves) {
            var audience = byOwner.get(move.job().owner());
            missing |= audience != null && audience.hear(JobMove.of(move, clock.instant()));
        }
        if (missing) {
            wakeUp.signal();
        }
    }

    @Override
    public void progressed(UserId owner, Progressed progress) {
        said(owner, progress);
    }

    @Override
    public void drawn(UserId owner, Drawn drawn) {
        said(owner, drawn);
    }

    private void said(UserId owner, Update word) {
        of(owner).ifPresent(audience -> audience.hear(word));
    }

    @Override
    public void elsewhere(Set<Trace> moved, Set<Trace> progressed) {
        var watched = false;
        for (var trace : moved) {
            var audience = byOwner.get(trace.owner());
            if (audience != null) {
                audience.suspect(trace);
                watched = true;
            }
        }
        for (var trace : progressed) {
            watched |=
                    byOwner.containsKey(trace.owner())
                            && progressedElsewhere.size() < MAX_PROGRESSED
                            && progressedElsewhere.add(trace);
        }
        if (watched) {
            wakeUp.signal();
        }
    }

    @Override
    public void lookAgain() {
        lookAgain.set(true);
        wakeUp.signal();
    }

    /// @return whether news may have been lost since this was asked last
    boolean mustLookAgain() {
        return lookAgain.getAndSet(false);
    }

    /// @return the jobs whose progress on other nodes has not been read yet
    Set<Trace> takeProgressed() {
        var taken = new HashSet<>(progressedElsewhere);
        progressedElsewhere.removeAll(taken);
        return taken;
    }
}
