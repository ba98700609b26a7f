package dev.atelier.adapters.ai.chat;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow.Publisher;

/// Carries LangChain4j's calls on the thread that makes them: the call returns once the stream has
/// ended, and an interrupt of that thread closes the connection at once, at whatever stage it is.
/// LangChain4j's own handle can cancel only once a first event has arrived.
final class InterruptibleHttpClient implements HttpClient {

    private static final long MAX_REPLY = 8L << 20;
    private static final int MAX_ERROR = 16 << 10;

    private final Duration connectTimeout;
    private final Patience patience;
    private final InstantSource clock;

    InterruptibleHttpClient(Duration connectTimeout, Patience patience, InstantSource clock) {
        this.connectTimeout = connectTimeout;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try (var line = new Line(connectTimeout)) {
            var response = send(request, line);
            var watched = new WatchedEvents(listener, text -> withoutCredentials(text, request));
            try (var body = body(response)) {
                watched.onOpen(answer(response, null));
                parser.parse(new BoundedStream(body, MAX_REPLY), watched);
            }
            watched.onClose();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(e);
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (var line = new Line(connectTimeout)) {
            var response = send(request, line);
            try (var body = body(response)) {
                return answer(response, new BoundedStream(body, MAX_REPLY).readAllBytes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<Publisher<List<ByteBuffer>>> send(HttpRequest request, Line line)
            throws IOException, InterruptedException {
        var response = line.client.send(translate(request), BodyHandlers.ofPublisher());
        if (response.statusCode() / 100 != 2) {
            throw refused(request, response);
        }
        return response;
    }

    private java.net.http.HttpRequest translate(HttpRequest request) {
        var body = request.body();
        var translated =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                        .timeout(patience.first())
                        .method(
                                request.method().name(),
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
        return translated.build();
    }

    private HttpException refused(
            HttpRequest request, HttpResponse<Publisher<List<ByteBuffer>>> response)
            throws IOException {
        return new RefusedCall(
                response.statusCode(),
                withoutCredentials(explanation(response), request),
                RetryAfter.read(response.headers(), clock.instant()));
    }

    /// The status says enough where the rest does not arrive.
    private String explanation(HttpResponse<Publisher<List<ByteBuffer>>> response)
            throws IOException {
        try (var body = body(response)) {
            return new String(body.readNBytes(MAX_ERROR), StandardCharsets.UTF_8);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return "";
        }
    }

    private ReplyStream body(HttpResponse<Publisher<List<ByteBuffer>>> response) {
        return new ReplyStream(response.body(), patience);
    }

    /// Some servers repeat the key that they refuse.
    private static String withoutCredentials(String text, HttpRequest request) {
        var clean = text;
        for (var header : request.headers().entrySet()) {
            if (header.getKey().toLowerCase(Locale.ROOT).matches("authorization|.*api-key")) {
                for (var value : header.getValue()) {
                    clean = clean.replace(value.replaceFirst("^Bearer ", ""), "[key]");
                }
            }
        }
        return clean;
    }

    private static SuccessfulHttpResponse answer(HttpResponse<?> response, byte @Nullable [] body) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    /// A client for one call, and with it the connection of that call. To cancel the exchange is
    /// not enough: the JDK's client closes a socket that nobody reads only when its selector wakes
    /// up next, up to three seconds later, and the provider writes on until then.
    private static final class Line implements AutoCloseable {

        private final java.net.http.HttpClient client;

        Line(Duration connectTimeout) {
            this.client =
                    java.net.http.HttpClient.newBuilder()
                            .version(Version.HTTP_1_1)
                            .connectTimeout(connectTimeout)
                            .executor(Thread::startVirtualThread)
                            .build();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
