import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Takes webhooks of Atelier, checks their signature, and prints what each says, once.
///
///     WEBHOOK_SECRET=whsec_… java examples/ReceiveWebhook.java 4000
///
/// Nothing but a JDK 25 is needed. What a receiver must do is in `receive` and `isGenuine`.
public final class ReceiveWebhook {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int MAX_BYTES = 64 * 1024;

    private final byte[] key;

    /// A real receiver keeps this in its database, beside what the message led to.
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private ReceiveWebhook(String secret) {
        this.key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    public static void main(String[] arguments) throws IOException {
        var receiver = new ReceiveWebhook(System.getenv("WEBHOOK_SECRET"));
        var port = arguments.length == 0 ? 4000 : Integer.parseInt(arguments[0]);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", receiver::handle);
        server.start();
        System.out.println("listening on http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(receive(exchange), -1);
        } catch (IOException | RuntimeException | GeneralSecurityException failed) {
            System.err.println("a webhook could not be taken: " + failed);
        }
    }

    /// @return the status code: anything but 2xx has the message sent again later
    private int receive(HttpExchange exchange) throws IOException, GeneralSecurityException {
        var body = read(exchange);
        var id = header(exchange, "webhook-id");
        var timestamp = header(exchange, "webhook-timestamp");
        if (!isGenuine(id, timestamp, header(exchange, "webhook-signature"), body)) {
            return 401;
        }
        if (seen.add(id)) {
            System.out.println(id + " " + new String(body, UTF_8));
        }
        return 204;
    }

    /// Signed by somebody who knows the secret, and a short while ago. The signature is over the
    /// bytes as they came: parse them afterwards. While a secret is being exchanged there are
    /// several signatures, and one that fits is enough.
    private boolean isGenuine(String id, String timestamp, String signatures, byte[] body)
            throws GeneralSecurityException {
        if (!timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now());
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + timestamp + ".").getBytes(UTF_8));
        signed.writeBytes(body);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));

        var genuine = false;
        for (var signature : signatures.split(" ")) {
            genuine |= MessageDigest.isEqual(signature.getBytes(UTF_8), expected.getBytes(UTF_8));
        }
        return genuine;
    }

    private static byte[] read(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new IOException("too long");
        }
        return body;
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
