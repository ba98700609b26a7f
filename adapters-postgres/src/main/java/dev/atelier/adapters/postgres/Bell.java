package dev.atelier.adapters.postgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Tells those on this node who wait for something of this node's that it is there. Other nodes
/// need not know: this one sees to it, and if it dies, they find out by looking.
final class Bell {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    /// A listener that fails keeps nobody else from hearing, and spoils no commit.
    void ring() {
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failure) {
                LOG.error("A listener failed", failure);
            }
        }
    }
}
