package dev.atelier.testkit.fakes;

import dev.atelier.application.port.out.JobSignals;
import dev.atelier.domain.job.JobEvent.JobCancelled;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.JobEvent.JobFailed;
import dev.atelier.domain.job.JobEvent.JobQueued;
import dev.atelier.domain.job.JobEvent.JobReleased;
import dev.atelier.domain.job.JobEvent.JobRequeued;
import dev.atelier.domain.job.JobEvent.JobRetried;
import dev.atelier.domain.job.JobEvent.JobStarted;
import dev.atelier.domain.job.Transition;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Tells listeners on the thread that wrote, once the write is over.
final class InMemorySignals implements JobSignals {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void lookAgain() {
        listeners.forEach(Listener::lookAgain);
    }

    void tell(Transition transition) {
        switch (transition.event()) {
            case JobQueued _, JobRequeued _, JobReleased _, JobRetried _ ->
                    listeners.forEach(Listener::queued);
            case JobCompleted _, JobFailed _, JobCancelled _ ->
                    listeners.forEach(listener -> listener.ended(Set.of(transition.job().id())));
            case JobStarted _ -> {}
        }
    }
}
