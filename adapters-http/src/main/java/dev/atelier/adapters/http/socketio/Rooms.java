package dev.atelier.adapters.http.socketio;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who is in which room of a namespace. A room exists as long as somebody is in it.
final class Rooms {

    private final Map<String, Set<Socket>> members = new HashMap<>();
    private final Map<Socket, Set<String>> rooms = new HashMap<>();

    synchronized void add(Socket socket) {
        rooms.put(socket, new LinkedHashSet<>());
    }

    /// Does nothing for a socket that is not in the namespace, or not any more.
    synchronized void join(Socket socket, String room) {
        var joined = rooms.get(socket);
        if (joined != null && joined.add(room)) {
            members.computeIfAbsent(room, _ -> new LinkedHashSet<>()).add(socket);
        }
    }

    synchronized void leave(Socket socket, String room) {
        var joined = rooms.get(socket);
        if (joined != null && joined.remove(room)) {
            removeMember(socket, room);
        }
    }

    synchronized void remove(Socket socket) {
        var joined = rooms.remove(socket);
        if (joined != null) {
            joined.forEach(room -> removeMember(socket, room));
        }
    }

    synchronized List<Socket> all() {
        return List.copyOf(rooms.keySet());
    }

    synchronized List<Socket> in(String room) {
        return List.copyOf(members.getOrDefault(room, Set.of()));
    }

    synchronized int count() {
        return members.size();
    }

    private void removeMember(Socket socket, String room) {
        var present = members.get(room);
        if (present != null && present.remove(socket) && present.isEmpty()) {
            members.remove(room);
        }
    }
}
