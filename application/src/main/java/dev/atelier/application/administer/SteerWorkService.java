package dev.atelier.application.administer;

import static java.util.stream.Collectors.toSet;

import dev.atelier.application.Ports;
import dev.atelier.application.loop.Lookout;
import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.in.SteerWork;
import dev.atelier.application.port.out.JobSignals;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Outlook.Sight;
import dev.atelier.application.port.out.PauseBoard;
import dev.atelier.application.port.out.ProviderSwitch;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// [SteerWork] by a board that all nodes read: at every hint, and in case one was lost, whenever a
/// look finds that something is paused, or that nothing is and something was.
public final class SteerWorkService implements SteerWork, JobSignals.Listener, Lookout.Follower {

    private static final Logger LOG = LoggerFactory.getLogger(SteerWorkService.class);

    private final PauseBoard board;
    private final ProviderSwitch providers;
    private final Models models;
    private final Runnable afterResuming;
    private final WakeUp hint = new WakeUp();
    private final Loop obeying = new Loop("obey-pauses", hint, this::obey);
    private volatile Set<String> held = Set.of();

    /// @param afterResuming makes this node look for work
    public SteerWorkService(Ports ports, Runnable afterResuming) {
        this.board = ports.pauses();
        this.providers = ports.providerSwitch();
        this.models = ports.models();
        this.afterResuming = afterResuming;
    }

    /// What is paused when this returns is not begun; an outage is for the loop to sit out.
    public void start(JobSignals source) {
        source.listen(this);
        try {
            obey();
        } catch (RuntimeException unreachable) {
            LOG.warn("what is paused is not known yet: {}", unreachable.toString());
        }
        obeying.start();
    }

    public void stop() {
        obeying.stop();
    }

    public void awaitEnd(Duration patience) throws InterruptedException {
        obeying.awaitEnd(patience);
    }

    private synchronized Duration obey() {
        var before = held;
        held = stopped(board.pauses());
        providers.hold(held);
        if (!held.containsAll(before)) {
            afterResuming.run();
        }
        return Lookout.UNTOLD;
    }

    private Set<String> stopped(List<Pause> pauses) {
        var all = pauses.stream().anyMatch(pause -> pause.provider() == null);
        return all
                ? pausable()
                : pauses.stream().map(Pause::provider).map(String::valueOf).collect(toSet());
    }

    @Override
    public List<Pause> pauses() {
        return board.pauses();
    }

    @Override
    public void pause(UserId by, @Nullable String provider, @Nullable String reason) {
        board.put(by, provider, reason);
        LOG.info("{} paused {}: {}", by.value(), named(provider), reason);
        obey();
    }

    @Override
    public void resume(UserId by, @Nullable String provider) {
        if (board.remove(provider)) {
            LOG.info("{} resumed {}", by.value(), named(provider));
        }
        obey();
    }

    private static String named(@Nullable String provider) {
        return provider == null ? "all work" : "provider " + provider;
    }

    @Override
    public Set<String> pausable() {
        return models.all().stream().map(Models.Model::provider).collect(toSet());
    }

    @Override
    public void seen(Sight sight) {
        if (sight.paused() || !held.isEmpty()) {
            hint.signal();
        }
    }

    @Override
    public void queued() {}

    @Override
    public void ended(Set<JobId> jobs) {}

    @Override
    public void lookAgain() {
        hint.signal();
    }
}
