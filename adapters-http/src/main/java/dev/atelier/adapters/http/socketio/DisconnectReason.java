package dev.atelier.adapters.http.socketio;

/// Why a socket has left its namespace.
public enum DisconnectReason {
    /// The client left the namespace.
    CLIENT_LEFT,
    /// We put it out.
    SERVER_DISCONNECTED,
    /// The connection below has ended, however that was.
    CONNECTION_ENDED
}
