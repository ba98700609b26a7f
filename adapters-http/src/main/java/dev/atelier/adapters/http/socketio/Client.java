package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.atelier.adapters.http.engineio.CloseReason;
import dev.atelier.adapters.http.engineio.Conversation;
import dev.atelier.adapters.http.engineio.MalformedPacket;
import dev.atelier.adapters.http.engineio.Packet;
import dev.atelier.adapters.http.engineio.Session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One connection of a client with its sockets, at most one per namespace.
final class Client implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Client.class);

    private final SocketIo server;
    private final Session session;
    private final String peer;
    private final PacketDecoder decoder;
    private final ConnectDeadline deadline;
    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();

    /// Namespaces it was in: what it sent before it knew that it is not any more, is no mistake.
    private final Set<String> left = ConcurrentHashMap.newKeySet();

    Client(SocketIo server, Session session, String peer) {
        this.server = server;
        this.session = session;
        this.peer = peer;
        this.decoder = new PacketDecoder(server.settings().engine().maxPayload());
        this.deadline =
                new ConnectDeadline(
                        server.timer(), server.settings().connectTimeout(), this::closeIfUnused);
        deadline.set();
    }

    void send(List<Packet> packets) {
        session.send(packets);
    }

    @Override
    public void received(Packet message) {
        try {
            decoder.decode(message).ifPresent(this::received);
        } catch (MalformedPacket malformed) {
            LOG.debug("a client is disconnected: {}", malformed.getMessage());
            session.closeAsMalformed();
        }
    }

    private void received(SocketPacket packet) {
        var socket = sockets.get(packet.namespace());
        if (packet instanceof SocketPacket.Connect connect) {
            if (socket != null) {
                throw new MalformedPacket("connected already");
            }
            connect(connect);
        } else if (socket != null) {
            received(packet, socket);
        } else if (!left.contains(packet.namespace())) {
            throw new MalformedPacket("not connected");
        }
    }

    private static void received(SocketPacket packet, Socket socket) {
        switch (packet) {
            case SocketPacket.Emitted emitted -> handle(emitted, socket);
            case SocketPacket.Acknowledged acknowledged -> socket.received(acknowledged);
            case SocketPacket.Disconnect _ -> socket.depart(DisconnectReason.CLIENT_LEFT);
            case SocketPacket.Connect _, SocketPacket.ConnectError _ ->
                    throw new MalformedPacket("connected already");
        }
    }

    private static void handle(SocketPacket.Emitted emitted, Socket socket) {
        try {
            socket.received(emitted);
        } catch (RuntimeException bug) {
            LOG.error("a handler of the event {} failed", emitted.event(), bug);
        }
    }

    private void connect(SocketPacket.Connect connect) {
        deadline.cancel();
        var namespace = server.find(connect.namespace());
        var admission =
                namespace.isEmpty()
                        ? new Admission.Refused("Invalid namespace")
                        : namespace.get().doorkeeper().admit(new Handshake(connect.data(), peer));
        switch (admission) {
            case Admission.Accepted accepted ->
                    accept(new Socket(namespace.orElseThrow(), this, server.timer()), accepted);
            case Admission.Refused(var message) -> {
                awaitConnect();
                var data = JsonNodeFactory.instance.objectNode().put("message", message);
                send(
                        PacketEncoder.encode(
                                new SocketPacket.ConnectError(connect.namespace(), data)));
            }
        }
    }

    private void accept(Socket socket, Admission.Accepted accepted) {
        var name = socket.namespace().name();
        sockets.put(name, socket);
        left.remove(name);
        try {
            socket.open(() -> accepted.connected().accept(socket));
        } catch (RuntimeException bug) {
            LOG.error("a connection to {} failed", name, bug);
            socket.disconnect();
        }
    }

    /// The socket is in its namespace no more.
    void left(Socket socket) {
        var name = socket.namespace().name();
        left.add(name);
        sockets.remove(name, socket);
        awaitConnect();
    }

    private void awaitConnect() {
        if (sockets.isEmpty()) {
            deadline.set();
        }
    }

    private void closeIfUnused() {
        if (sockets.isEmpty()) {
            session.close();
        }
    }

    @Override
    public void ended(CloseReason reason) {
        sockets.values().forEach(socket -> socket.depart(DisconnectReason.CONNECTION_ENDED));
        deadline.cancel();
    }
}
