package dev.atelier.adapters.otel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Takes OTLP over HTTP on this machine and remembers what it was told.
final class Collector implements AutoCloseable {

    final List<ResourceSpans> told = new CopyOnWriteArrayList<>();
    final List<String> keys = new CopyOnWriteArrayList<>();
    private final Semaphore spans = new Semaphore(0);
    private final HttpServer server;

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Waits until it was told of so many more spans.
    void await(int more) throws InterruptedException {
        if (!spans.tryAcquire(more, 30, TimeUnit.SECONDS)) {
            throw new AssertionError("less was told: " + told);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("x-key")));
            var resources =
                    ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                            .getResourceSpansList();
            told.addAll(resources);
            exchange.sendResponseHeaders(200, -1);
            for (var resource : resources) {
                resource.getScopeSpansList().forEach(it -> spans.release(it.getSpansCount()));
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
