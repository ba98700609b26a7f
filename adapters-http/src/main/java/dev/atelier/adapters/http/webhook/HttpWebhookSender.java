package dev.atelier.adapters.http.webhook;

import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.WebhookUrl;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import javax.net.ssl.SSLSocketFactory;

/// [WebhookSender] by HTTP/1.1. No redirect is followed and no proxy asked.
public final class HttpWebhookSender implements WebhookSender {

    private static final Logger LOG = LoggerFactory.getLogger(HttpWebhookSender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Signatures signatures;
    private final Gate gate;
    private final Supplier<SSLSocketFactory> tls;
    private final InstantSource clock;
    private final Duration patience;

    /// @throws IllegalStateException if the kept secret is none
    public static HttpWebhookSender by(WebhookSettings settings, InstantSource clock) {
        var signatures = Signatures.by(settings.secrets());
        return new HttpWebhookSender(
                signatures,
                Gate.by(settings),
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                clock,
                PATIENCE);
    }

    /// @param tls asked when it is needed: the certificates take a while to load, which a start
    ///   shall not
    /// @param patience for everything, from the look at the name to the answer
    HttpWebhookSender(
            Signatures signatures,
            Gate gate,
            Supplier<SSLSocketFactory> tls,
            InstantSource clock,
            Duration patience) {
        this.signatures = signatures;
        this.gate = gate;
        this.tls = tls;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Answer send(Announcement message) throws InterruptedException {
        if (signatures.none()) {
            return new Answer.None("webhooks are not set up on this server");
        }
        var call = new FutureTask<>(() -> call(message));
        Thread.ofVirtual().name("call-" + message.id()).start(call);
        try {
            return call.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new Answer.None("no answer within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException bug) {
            throw new IllegalStateException("the call failed", bug.getCause());
        } finally {
            call.cancel(true);
        }
    }

    private Answer call(Announcement message) throws InterruptedException {
        try {
            var destination = Destination.of(message.to(), gate);
            var head = new Call(destination, tls.get()).post(request(message));
            var retryAfter = RetryAfter.parse(head.retryAfter(), clock.instant());
            return new Answer.Status(head.code(), retryAfter);
        } catch (NoAnswer none) {
            LOG.debug("webhook {}: {} ({})", message.id(), none.getMessage(), none.getCause());
            return new Answer.None(String.valueOf(none.getMessage()));
        }
    }

    private String request(Announcement message) {
        var id = message.id().toString();
        var body = MessageBody.of(message);
        var now = clock.instant().getEpochSecond();
        var head =
                new ArrayList<>(
                        List.of(
                                "POST " + target(message.to()) + " HTTP/1.1",
                                "Host: " + message.to().uri().getRawAuthority(),
                                "User-Agent: Atelier",
                                "Content-Type: application/json",
                                "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length,
                                "webhook-id: " + id,
                                "webhook-timestamp: " + now,
                                "webhook-signature: " + signatures.sign(id, now, body),
                                "Connection: close"));
        if (message.traceparent() != null) {
            head.add("traceparent: " + message.traceparent());
        }
        return String.join("\r\n", head) + "\r\n\r\n" + body;
    }

    private static String target(WebhookUrl url) {
        var uri = url.uri();
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
