package dev.atelier.adapters.http.connection;

import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Supplier;

/// Stands between the socket and the web server's parser and lets one request through at a time:
/// its whole head at once, then its body as it comes. What follows a request stays here until the
/// parser is done with it. Once a request has become another protocol, everything passes.
final class RequestGuard implements Supplier<byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(RequestGuard.class);
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final RawInput input;
    private final ConnectionLimits limits;
    private final PeerInfo peer;
    private Duration patience;
    private RequestBody body;
    private long bodyDeadline;
    private boolean bodyLeftBehind;
    private boolean open;

    RequestGuard(RawInput input, ConnectionLimits limits, PeerInfo peer) {
        this.input = input;
        this.limits = limits;
        this.peer = peer;
        this.patience = limits.headTimeout();
        this.body = new RequestBody(new BodyFraming.Length(0), input, 0);
    }

    @Override
    public byte[] get() {
        if (open) {
            return input.takeAny();
        }
        try {
            return body.hasEnded() ? nextHead() : nextOfBody();
        } catch (Refusal refusal) {
            bodyLeftBehind = refusal.leavesBodyBehind();
            LOG.info(
                    "refused status={} peer={} reason=\"{}\"",
                    refusal.status().code(),
                    peer.host(),
                    refusal.getMessage());
            throw refusal;
        }
    }

    /// Whether a request has been let through whole, and nothing of another.
    boolean isBetweenRequests() {
        return body.hasEnded();
    }

    /// From now on the client speaks another protocol than HTTP.
    void open() {
        open = true;
    }

    /// To be called once the last answer is written.
    void close() {
        if (bodyLeftBehind) {
            input.drain(LINGER);
        }
    }

    private byte[] nextHead() {
        if (!input.await(RawInput.after(patience))) {
            throw new CloseConnectionException("no request came");
        }
        var head = RequestHead.read(input, limits, RawInput.after(limits.headTimeout()));
        patience = limits.idleTimeout();
        body = new RequestBody(head.framing(), input, limits.maxBodyBytes());
        bodyDeadline = 0;
        return head.bytes();
    }

    private byte[] nextOfBody() {
        if (bodyDeadline == 0) {
            bodyDeadline = RawInput.after(limits.bodyTimeout());
        }
        return body.next(bodyDeadline);
    }
}
