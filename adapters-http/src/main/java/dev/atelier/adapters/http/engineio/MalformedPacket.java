package dev.atelier.adapters.http.engineio;

/// What the client sent is not what the protocol lets it send.
public final class MalformedPacket extends RuntimeException {

    public MalformedPacket(String message) {
        super(message);
    }
}
