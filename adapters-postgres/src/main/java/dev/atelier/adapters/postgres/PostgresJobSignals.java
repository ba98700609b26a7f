package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.JobSignals;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Those on this node who want to hear that jobs moved.
final class PostgresJobSignals implements JobSignals {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresJobSignals.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(Hint hint) {
        if (hint.lookAgain()) {
            each(Listener::lookAgain);
            return;
        }
        if (hint.queued()) {
            each(Listener::queued);
        }
        if (!hint.ended().isEmpty()) {
            each(listener -> listener.ended(hint.ended()));
        }
    }

    /// A listener that fails keeps nobody else from hearing.
    private void each(Consumer<Listener> telling) {
        for (var listener : listeners) {
            try {
                telling.accept(listener);
            } catch (RuntimeException failure) {
                LOG.error("A listener to job signals failed", failure);
            }
        }
    }
}
