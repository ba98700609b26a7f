package dev.atelier.adapters.http.engineio;

/// What somebody does with a session. The calls come one after another, in the order of the
/// client's messages.
public interface Conversation {

    /// A message: text or bytes. Until this returns, the client's next one waits.
    void received(Packet message);

    /// The last call.
    void ended(CloseReason reason);

    /// Begins a conversation with each client that comes.
    @FunctionalInterface
    interface Opener {

        /// @param peer address of the client, or of the last proxy before us
        Conversation open(Session session, String peer);
    }
}
