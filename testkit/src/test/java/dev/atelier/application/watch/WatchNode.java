package dev.atelier.application.watch;

import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.watch.WatchJobsService.Reading;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.fakes.InMemoryJobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A node whose news are delivered by hand, and which looks into the log when it is told to.
final class WatchNode implements JobFeed.Listener {

    private static final int PAGE = 4;
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private final InMemoryJobs jobs;
    private final Audiences audiences;
    private final CatchUp catchUp;
    private final WatchJobsService service;
    private final InstantSource clock;
    private final List<News> news = new ArrayList<>();
    private final List<WatchNode> others = new ArrayList<>();

    /// What a node says to itself comes once, and not much later; hints of others come as they
    /// like.
    private record News(Runnable telling, Instant told, boolean hint) {}

    /// @param jobs the store, as this node sees it
    WatchNode(InMemoryJobs jobs, InterceptedLog log, InstantSource clock) {
        var wakeUp = new WakeUp();
        this.jobs = jobs;
        this.clock = clock;
        this.audiences = new Audiences(clock, wakeUp);
        this.catchUp = new CatchUp(audiences, log, jobs.progress(), clock, INTERVAL);
        this.service =
                new WatchJobsService(
                        jobs.store(),
                        new Reading(log, clock, PAGE),
                        audiences,
                        new Loop("by-hand", wakeUp, catchUp::round));
        jobs.feed().follow(this);
    }

    void introduce(WatchNode other) {
        others.add(other);
    }

    InMemoryJobs jobs() {
        return jobs;
    }

    WatchJobsService service() {
        return service;
    }

    void catchUp() {
        catchUp.round();
    }

    @Override
    public void moved(List<Transition> moves) {
        add(() -> audiences.moved(moves), false);
        for (var move : moves) {
            var trace = new Trace(move.job().owner(), move.job().id());
            others.forEach(
                    it -> it.add(() -> it.audiences.elsewhere(Set.of(trace), Set.of()), true));
        }
    }

    private void add(Runnable telling, boolean hint) {
        news.add(new News(telling, clock.instant(), hint));
    }

    @Override
    public void progressed(UserId owner, Progressed progress) {
        add(() -> audiences.progressed(owner, progress), false);
    }

    @Override
    public void drawn(UserId owner, Drawn drawn) {
        add(() -> audiences.drawn(owner, drawn), false);
    }

    @Override
    public void elsewhere(Set<Trace> moved, Set<Trace> progressed) {
        audiences.elsewhere(moved, progressed);
    }

    @Override
    public void lookAgain() {
        audiences.lookAgain();
    }

    /// Some piece of news arrives, not always the oldest; now and then one gets lost, or a hint
    /// will come again.
    void deliverSomething(Random random) {
        news.removeIf(
                it -> !it.hint() && it.told().plus(Audience.CLOCK_ERROR).isBefore(clock.instant()));
        if (news.isEmpty()) {
            return;
        }
        var at = random.nextInt(4) == 0 ? random.nextInt(news.size()) : 0;
        var piece = news.get(at);
        if (!piece.hint() || random.nextInt(8) != 0) {
            news.remove(at);
        }
        if (random.nextInt(8) != 0) {
            piece.telling().run();
        }
    }

    void deliverEverything() {
        news.forEach(it -> it.telling().run());
        news.clear();
    }

    void loseNews() {
        news.clear();
    }
}
