package dev.atelier.adapters.http.engineio;

/// Notices when a client leaves that waits for an answer.
@FunctionalInterface
public interface ClientWatch {

    /// Notices nothing: such a client is missed when the answer cannot be sent, or at the next
    /// ping.
    ClientWatch NONE = _ -> {};

    /// To be called in the thread that serves the client.
    ///
    /// @param gone called, in any thread, when the client has closed the connection; perhaps when
    ///   it has got its answer already
    void whenGone(Runnable gone);
}
