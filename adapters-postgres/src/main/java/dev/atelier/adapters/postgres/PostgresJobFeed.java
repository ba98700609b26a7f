package dev.atelier.adapters.postgres;

import dev.atelier.adapters.postgres.Hint.News;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.util.List;

/// Those on this node who follow what happens to jobs.
final class PostgresJobFeed implements JobFeed {

    private final Listeners<Listener> listeners = new Listeners<>();

    @Override
    public Subscription follow(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void moved(List<Transition> moves) {
        listeners.each(listener -> listener.moved(moves));
    }

    void progressed(UserId owner, Progressed progress) {
        listeners.each(listener -> listener.progressed(owner, progress));
    }

    void drawn(UserId owner, Drawn drawn) {
        listeners.each(listener -> listener.drawn(owner, drawn));
    }

    /// What another node has told.
    void tell(Hint hint) {
        if (hint.lookAgain()) {
            listeners.each(Listener::lookAgain);
        } else if (!hint.jobs().isEmpty()) {
            var progressed = hint.of(News.PROGRESSED);
            var moved = hint.of(News.MOVED);
            moved.addAll(hint.of(News.ENDED));
            listeners.each(listener -> listener.elsewhere(moved, progressed));
        }
    }
}
