package dev.atelier.adapters.http.connection;

import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;

import org.jspecify.annotations.Nullable;

/// An upgrade that takes the guard out of the way once it is agreed on, and not a byte earlier.
record GuardedUpgrade(Http1Upgrader upgrader) implements Http1Upgrader {

    @Override
    public String supportedProtocol() {
        return upgrader.supportedProtocol();
    }

    @Override
    public @Nullable ServerConnection upgrade(
            ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
        if (!(context instanceof GuardedContext guarded) || !guarded.guard().isBetweenRequests()) {
            return null;
        }
        var connection = upgrader.upgrade(context, prologue, headers);
        if (connection != null) {
            guarded.guard().open();
        }
        return connection;
    }
}
