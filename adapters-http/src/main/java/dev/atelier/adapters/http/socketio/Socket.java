package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.atelier.adapters.http.engineio.Packet;
import dev.atelier.adapters.http.timing.Timer;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// One client in one namespace.
public final class Socket implements Audience {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id = newId();
    private final Namespace namespace;
    private final Client client;
    private final PendingAcks acks;
    private final AtomicBoolean connected = new AtomicBoolean(true);

    /// What is sent before the client has been told that it is in.
    private @Nullable List<Packet> held = new ArrayList<>();

    private final Map<String, Consumer<Event>> handlers = new ConcurrentHashMap<>();
    private final List<Consumer<DisconnectReason>> farewells = new CopyOnWriteArrayList<>();

    Socket(Namespace namespace, Client client, Timer timer) {
        this.namespace = namespace;
        this.client = client;
        this.acks = new PendingAcks(timer);
    }

    /// The `sid` that the client was told; not its session's, and no secret.
    public String id() {
        return id;
    }

    /// Events that nobody handles are ignored. Handlers run one after another, each before anything
    /// else of this client is heard.
    public void on(String event, Consumer<Event> handler) {
        handlers.put(event, handler);
    }

    public void onDisconnect(Consumer<DisconnectReason> farewell) {
        farewells.add(farewell);
    }

    public void join(String room) {
        namespace.rooms().join(this, room);
    }

    public void leave(String room) {
        namespace.rooms().leave(this, room);
    }

    @Override
    public void emit(String event, JsonNode... arguments) {
        send(encoded(OptionalLong.empty(), event, List.of(arguments)));
    }

    /// Sends an event that the client shall acknowledge.
    ///
    /// @return fails with [Unacknowledged] if it has not done so in time, or leaves
    public CompletableFuture<List<JsonNode>> ask(
            Duration patience, String event, JsonNode... arguments) {
        var answer =
                acks.await(
                        patience,
                        id -> send(encoded(OptionalLong.of(id), event, List.of(arguments))));
        if (!connected.get()) {
            acks.failAll();
        }
        return answer;
    }

    /// Puts the client out of the namespace; its other namespaces stay.
    public void disconnect() {
        if (depart(DisconnectReason.SERVER_DISCONNECTED)) {
            deliver(PacketEncoder.encode(new SocketPacket.Disconnect(namespace.name())));
        }
    }

    Namespace namespace() {
        return namespace;
    }

    /// Lets it in. By the time the client hears of it, it is in its rooms already, so that it
    /// misses nothing that is said from then on.
    void open(Runnable entering) {
        namespace.rooms().add(this);
        try {
            entering.run();
        } finally {
            release();
        }
    }

    private synchronized void release() {
        var first = new ArrayList<Packet>();
        var data = JsonNodeFactory.instance.objectNode().put("sid", id);
        first.addAll(PacketEncoder.encode(new SocketPacket.Connect(namespace.name(), data)));
        first.addAll(Objects.requireNonNullElse(held, List.of()));
        held = null;
        client.send(first);
    }

    void send(List<Packet> packets) {
        if (connected.get()) {
            deliver(packets);
        }
    }

    private synchronized void deliver(List<Packet> packets) {
        if (held == null) {
            client.send(packets);
        } else {
            held.addAll(packets);
        }
    }

    void received(SocketPacket.Emitted emitted) {
        var handler = handlers.get(emitted.event());
        if (handler != null) {
            handler.accept(new Event(emitted.event(), emitted.arguments(), answer(emitted.id())));
        }
    }

    void received(SocketPacket.Acknowledged acknowledged) {
        acks.complete(acknowledged.id(), acknowledged.arguments());
    }

    /// @return false if it has left already
    boolean depart(DisconnectReason reason) {
        if (!connected.compareAndSet(true, false)) {
            return false;
        }
        namespace.rooms().remove(this);
        client.left(this);
        acks.failAll();
        farewells.forEach(farewell -> farewell.accept(reason));
        return true;
    }

    private Consumer<List<JsonNode>> answer(OptionalLong id) {
        var wanted = new AtomicBoolean(id.isPresent());
        return data -> {
            if (wanted.compareAndSet(true, false)) {
                send(
                        PacketEncoder.encode(
                                new SocketPacket.Acknowledged(
                                        namespace.name(), id.getAsLong(), data)));
            }
        };
    }

    private List<Packet> encoded(OptionalLong id, String event, List<JsonNode> arguments) {
        return PacketEncoder.encode(
                new SocketPacket.Emitted(namespace.name(), id, event, arguments));
    }

    private static String newId() {
        var bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
