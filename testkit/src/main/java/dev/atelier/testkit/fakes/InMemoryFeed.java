package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells listeners on the thread that wrote, once the write is over.
final class InMemoryFeed implements JobFeed {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Subscription follow(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void moved(List<Transition> moves) {
        each(listener -> listener.moved(moves));
    }

    void progressed(UserId owner, Progressed progress) {
        each(listener -> listener.progressed(owner, progress));
    }

    void drawn(UserId owner, Drawn drawn) {
        each(listener -> listener.drawn(owner, drawn));
    }

    private void each(Consumer<Listener> telling) {
        for (var listener : listeners) {
            try {
                telling.accept(listener);
            } catch (RuntimeException itsOwnAffair) {
                // One that fails keeps nobody else from hearing.
            }
        }
    }
}
