package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.JobSignals;

/// Those on this node who want to hear that there is work, or that a job ended.
final class PostgresJobSignals implements JobSignals {

    private final Listeners<Listener> listeners = new Listeners<>();

    @Override
    public Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(Hint hint) {
        if (hint.lookAgain()) {
            listeners.each(Listener::lookAgain);
            return;
        }
        if (hint.queued()) {
            listeners.each(Listener::queued);
        }
        var ended = hint.ended();
        if (!ended.isEmpty()) {
            listeners.each(listener -> listener.ended(ended));
        }
    }
}
