package dev.atelier.bootstrap.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes traces on this machine, by OTLP over HTTP, and remembers them.
final class TraceCollector implements AutoCloseable {

    /// What came in.
    ///
    /// @param service the node that told it
    record Told(String service, Span span) {

        String trace() {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray());
        }

        String id() {
            return HexFormat.of().formatHex(span.getSpanId().toByteArray());
        }

        String parent() {
            return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
        }

        /// Empty if it has none of that name.
        String attribute(String name) {
            return span.getAttributesList().stream()
                    .filter(it -> it.getKey().equals(name))
                    .map(it -> it.getValue())
                    .map(it -> it.hasIntValue() ? "" + it.getIntValue() : it.getStringValue())
                    .findFirst()
                    .orElse("");
        }
    }

    final List<Told> told = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    TraceCollector() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Told> of(String trace) {
        return told.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            for (var resource : request.getResourceSpansList()) {
                var service =
                        resource.getResource().getAttributesList().stream()
                                .filter(it -> it.getKey().equals("service.name"))
                                .map(it -> it.getValue().getStringValue())
                                .findFirst()
                                .orElse("");
                for (var scope : resource.getScopeSpansList()) {
                    scope.getSpansList().forEach(span -> told.add(new Told(service, span)));
                }
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
