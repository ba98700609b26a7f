package dev.atelier.adapters.otel;

import dev.atelier.application.port.out.Tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Traces, sent to a collector in the background: at most so many wait, and what does not find room
/// while the collector is slow or down is dropped.
public final class OtelAdapter implements AutoCloseable {

    private static final int MAX_WAITING = 2048;
    private static final int MAX_AT_ONCE = 512;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final SdkTracerProvider provider;
    private final Tracing tracing;

    private OtelAdapter(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracing = new OtelTracing(provider.get("dev.atelier"));
    }

    /// Opens no connection yet.
    public static OtelAdapter open(OtelSettings settings) {
        var exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(settings.tracesUrl())
                        .setHeaders(settings::headers)
                        .setTimeout(PATIENCE)
                        .setConnectTimeout(PATIENCE)
                        .setRetryPolicy(null)
                        .build();
        var processor =
                BatchSpanProcessor.builder(exporter)
                        .setMaxQueueSize(MAX_WAITING)
                        .setMaxExportBatchSize(MAX_AT_ONCE)
                        .setScheduleDelay(PAUSE)
                        .setExporterTimeout(PATIENCE)
                        .build();
        return new OtelAdapter(
                SdkTracerProvider.builder()
                        .setResource(Resource.getDefault().merge(resource(settings)))
                        .setSampler(
                                Sampler.parentBased(Sampler.traceIdRatioBased(settings.ratio())))
                        .addSpanProcessor(processor)
                        .build());
    }

    private static Resource resource(OtelSettings settings) {
        return Resource.create(
                Attributes.of(
                        AttributeKey.stringKey("service.name"), settings.service(),
                        AttributeKey.stringKey("service.instance.id"),
                                UUID.randomUUID().toString()));
    }

    public Tracing tracing() {
        return tracing;
    }

    /// Sends what still waits, if the collector takes it within a second.
    @Override
    public void close() {
        provider.shutdown().join(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }
}
