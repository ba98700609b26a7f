package dev.atelier.adapters.http.engineio;

/// Why a session has ended.
public enum CloseReason {
    /// The client said so.
    CLIENT_CLOSED,
    /// We said so.
    SERVER_CLOSED,
    /// The connection broke, or the client closed it without a word.
    TRANSPORT_CLOSED,
    /// The client did not answer a ping in time.
    PING_TIMEOUT,
    /// The client broke the protocol.
    MALFORMED,
    /// The client asked twice at once.
    DUPLICATE_REQUEST,
    /// The client does not take what it is sent.
    OVERFLOW;

    /// Whether the client may still be told what was meant for it.
    boolean isOrderly() {
        return switch (this) {
            case CLIENT_CLOSED, SERVER_CLOSED -> true;
            case TRANSPORT_CLOSED, PING_TIMEOUT, MALFORMED, DUPLICATE_REQUEST, OVERFLOW -> false;
        };
    }

    /// Whether the client cannot be expected to take one packet more.
    boolean isDeaf() {
        return switch (this) {
            case PING_TIMEOUT, OVERFLOW -> true;
            case CLIENT_CLOSED, SERVER_CLOSED, TRANSPORT_CLOSED, MALFORMED, DUPLICATE_REQUEST ->
                    false;
        };
    }
}
