package dev.atelier.adapters.postgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Those on this node who want to hear something. One that fails keeps nobody else from hearing.
final class Listeners<L> {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<L> listeners = new CopyOnWriteArrayList<>();

    void add(L listener) {
        listeners.add(listener);
    }

    void remove(L listener) {
        listeners.remove(listener);
    }

    void each(Consumer<L> telling) {
        for (var listener : listeners) {
            try {
                telling.accept(listener);
            } catch (RuntimeException failure) {
                LOG.error("A listener to jobs failed", failure);
            }
        }
    }
}
