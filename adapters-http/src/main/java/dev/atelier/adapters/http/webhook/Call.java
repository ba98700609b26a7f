package dev.atelier.adapters.http.webhook;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One request on a connection of its own, straight to a checked address. Blocks for as long as the
/// other side likes; an interrupt of its virtual thread closes the socket.
final class Call {

    private static final Logger LOG = LoggerFactory.getLogger(Call.class);
    private static final int MAX_BODY_BYTES = 4 * 1024;
    private static final int CONNECT_MILLIS = 5_000;

    private final Destination destination;
    private final SSLSocketFactory tls;

    Call(Destination destination, SSLSocketFactory tls) {
        this.destination = destination;
        this.tls = tls;
    }

    ResponseHead post(String request) throws NoAnswer {
        try (var socket = connected()) {
            return exchange(socket, request);
        } catch (IOException broken) {
            throw new NoAnswer("the connection broke", broken);
        }
    }

    private Socket connected() throws NoAnswer {
        IOException last = null;
        for (var address : destination.addresses()) {
            try {
                return connected(address);
            } catch (IOException unreachable) {
                last = unreachable;
            }
        }
        throw new NoAnswer(
                "the connection was not accepted",
                last == null ? new IOException("no address") : last);
    }

    private Socket connected(InetAddress address) throws IOException {
        var socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.connect(
                    new InetSocketAddress(address, destination.url().port()), CONNECT_MILLIS);
            return socket;
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    private ResponseHead exchange(Socket socket, String request) throws IOException, NoAnswer {
        if (!destination.url().isSecure()) {
            return say(socket, request);
        }
        try (var secured = secured(socket)) {
            return say(secured, request);
        }
    }

    /// The certificate must be the host's, not that of an address (RFC 9110, 4.3.4).
    private SSLSocket secured(Socket socket) throws IOException, NoAnswer {
        var url = destination.url();
        var secured = (SSLSocket) tls.createSocket(socket, url.host(), url.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        try {
            secured.startHandshake();
        } catch (SSLException refused) {
            throw new NoAnswer("no secure connection: its certificate must be valid", refused);
        }
        return secured;
    }

    private static ResponseHead say(Socket socket, String request) throws IOException, NoAnswer {
        var out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.UTF_8));
        out.flush();
        var in = new BufferedInputStream(socket.getInputStream());
        var head = ResponseHead.read(in);
        skip(in);
        return head;
    }

    /// The answer has been given. What has come of its body is taken off the line, so that the
    /// receiver's end of the connection is a quiet one; what has not is not waited for.
    private static void skip(InputStream in) {
        try {
            in.skip(Math.min(in.available(), MAX_BODY_BYTES));
        } catch (IOException ended) {
            LOG.trace("a receiver ended its answer early", ended);
        }
    }
}
