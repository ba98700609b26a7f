package dev.atelier.adapters.postgres;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Hears other nodes, on a connection of its own that is opened again whenever it is lost. Since
/// hints may have been missed meanwhile, each new connection begins with a look at everything.
final class NotificationListener implements AutoCloseable {

    /// Opens the connection to listen on.
    interface Connector {

        Connection connect() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Connector connector;
    private final Consumer<Hint> hearing;
    private final String channel;
    private final UUID node;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Connection current;

    /// @param hearing what is to be done with a hint of another node, at once
    NotificationListener(Connector connector, Consumer<Hint> hearing, String channel, UUID node) {
        this.connector = connector;
        this.hearing = hearing;
        this.channel = channel;
        this.node = node;
        Thread.ofVirtual().name("atelier-listener").start(this::run);
    }

    private void run() {
        var pause = SHORTEST_PAUSE;
        do {
            try (var connection = connector.connect()) {
                current = connection;
                listenOn(connection);
                pause = SHORTEST_PAUSE;
                hear(connection);
            } catch (SQLException | RuntimeException lost) {
                if (isOpen()) {
                    LOG.warn("Not listening to other nodes: {}", lost.toString());
                }
                pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
            }
        } while (!closesWithin(pause));
    }

    private void listenOn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + channel);
        }
        hearing.accept(Hint.LOOK_AGAIN);
    }

    /// A connection can be dead without a sign, so a long silence is broken by a question.
    private void hear(Connection connection) throws SQLException {
        var driver = connection.unwrap(PGConnection.class);
        while (isOpen()) {
            var heard = driver.getNotifications((int) SILENCE.toMillis());
            if (heard == null || heard.length == 0) {
                ask(connection);
            } else {
                tell(heard);
            }
        }
    }

    private static void ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private void tell(PGNotification[] heard) {
        var all = new Hint.Gathered();
        for (var notification : heard) {
            if (!HintText.isFrom(node, notification.getParameter())) {
                all.add(HintText.read(notification.getParameter()));
            }
        }
        hearing.accept(all.take());
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /// Nodes that lost the same server do not come back all at once.
    private boolean closesWithin(Duration pause) {
        var millis = ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis());
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodyElseKnowsThisThread) {
            return true;
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() {
        closed.countDown();
        var connection = current;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException alreadyGone) {
                LOG.debug("The listening connection was gone already", alreadyGone);
            }
        }
    }
}
