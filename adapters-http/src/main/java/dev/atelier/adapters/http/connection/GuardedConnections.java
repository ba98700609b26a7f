package dev.atelier.adapters.http.connection;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;

import java.util.List;
import java.util.Set;

/// Takes every connection as HTTP/1.1 and puts a [RequestGuard] in front of Helidon's parser, which
/// in this version believes contradicting lengths and then serves a smuggled request. The only way
/// around the guard is an upgrade, for a request without a body, that one of the given upgraders
/// agrees to.
public final class GuardedConnections implements ServerConnectionSelector {

    private final ConnectionLimits limits;
    private final ServerConnectionSelector http1;

    public GuardedConnections(ConnectionLimits limits, List<? extends Http1Upgrader> upgraders) {
        this.limits = limits;
        var upgrades =
                upgraders.stream()
                        .map(GuardedUpgrade::new)
                        .collect(toUnmodifiableMap(GuardedUpgrade::supportedProtocol, identity()));
        this.http1 =
                Http1ConnectionSelector.builder()
                        .upgraders(upgrades)
                        .config(
                                Http1Config.builder()
                                        .maxPrologueLength(limits.maxHeadBytes())
                                        .maxHeadersSize(2 * limits.maxHeadBytes())
                                        .receiveLog(false)
                                        .sendLog(false)
                                        .build())
                        .build();
    }

    /// To be called by a handler that will wait long before it answers.
    ///
    /// @param gone called, in another thread, if the client closes the connection before it has
    ///   sent anything more; perhaps when the answer is out already
    public static void whenClientGone(Runnable gone) {
        if (GuardedConnection.INPUT.isBound()) {
            GuardedConnection.INPUT.get().whenGone(gone);
        }
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        var input = new RawInput(context.dataReader());
        var guard = new RequestGuard(input, limits, context.remotePeer());
        var connection = http1.connection(new GuardedContext(context, guard));
        return new GuardedConnection(connection, guard, input);
    }
}
