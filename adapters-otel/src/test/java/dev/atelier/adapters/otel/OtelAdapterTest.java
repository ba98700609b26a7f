package dev.atelier.adapters.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.port.out.Tracing.Kind;
import dev.atelier.testkit.Jobs;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

class OtelAdapterTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    @Test
    void a_span_is_told_as_it_was() throws Exception {
        try (var collector = new Collector()) {
            tellTo(
                    collector.address(),
                    tracing -> {
                        var span = begin(tracing, "attempt", "00-" + TRACE + "-" + PARENT + "-01");
                        span.with("text", "words").with("none", null).with("number", 7);
                        span.failed("timed_out", "it took too long");
                        assertThat(span.traceparent()).startsWith("00-" + TRACE).endsWith("-01");
                        span.end(Jobs.NOON.plusSeconds(2));
                    });

            collector.await(1);
            var span = spans(collector).getFirst();
            assertThat(span.getName()).isEqualTo("attempt");
            assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CONSUMER);
            assertThat(hex(span.getTraceId().toByteArray())).isEqualTo(TRACE);
            assertThat(hex(span.getParentSpanId().toByteArray())).isEqualTo(PARENT);
            assertThat(span.getEndTimeUnixNano() - span.getStartTimeUnixNano())
                    .isEqualTo(2_000_000_000L);
            assertThat(span.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
            assertThat(span.getAttributesList().toString())
                    .contains("words", "timed_out", "7")
                    .doesNotContain("none");
            assertThat(collector.told.getFirst().getResource().toString())
                    .contains("service.name", "shop", "service.instance.id");
            assertThat(collector.keys).containsOnly("secret");
        }
    }

    @Test
    void a_span_without_a_parent_begins_a_trace_that_others_can_join() throws Exception {
        try (var collector = new Collector()) {
            tellTo(
                    collector.address(),
                    tracing -> {
                        var first = begin(tracing, "first", "no traceparent");
                        begin(tracing, "second", first.traceparent()).end(Jobs.NOON);
                        first.end(Jobs.NOON);
                    });

            collector.await(2);
            var first = named(collector, "first");
            var second = named(collector, "second");
            assertThat(first.getParentSpanId().isEmpty()).isTrue();
            assertThat(second.getTraceId()).isEqualTo(first.getTraceId());
            assertThat(second.getParentSpanId()).isEqualTo(first.getSpanId());
        }
    }

    @Test
    void what_its_beginner_does_not_want_told_is_not() throws Exception {
        try (var collector = new Collector()) {
            tellTo(
                    collector.address(),
                    tracing -> {
                        var span = begin(tracing, "quiet", "00-" + TRACE + "-" + PARENT + "-00");
                        assertThat(span.traceparent()).startsWith("00-" + TRACE).endsWith("-00");
                        span.end(Jobs.NOON);
                        begin(tracing, "loud", null).end(Jobs.NOON);
                    });

            collector.await(1);
            assertThat(spans(collector)).extracting(Span::getName).containsExactly("loud");
        }
    }

    @Test
    @Timeout(20)
    void a_collector_that_is_down_holds_up_nobody() {
        var nobody = URI.create("http://127.0.0.1:1");
        tellTo(
                nobody,
                tracing -> {
                    for (int n = 0; n < 20_000; n++) {
                        begin(tracing, "lost", null).end(Jobs.NOON);
                    }
                });
    }

    @Test
    void settings_print_no_header() {
        assertThat(settings(URI.create("http://h:4318")).toString()).doesNotContain("secret");
        assertThat(settings(URI.create("http://h:4318/x/")).tracesUrl())
                .isEqualTo("http://h:4318/x/v1/traces");
    }

    private interface Story {
        void tell(Tracing tracing);
    }

    /// All of it is told at once, in the end.
    private static void tellTo(URI collector, Story story) {
        try (var adapter = OtelAdapter.open(settings(collector))) {
            story.tell(adapter.tracing());
        }
    }

    private static Tracing.Span begin(Tracing tracing, String name, @Nullable String parent) {
        return tracing.begin(Kind.CONSUMER, name, parent, Jobs.NOON);
    }

    private static OtelSettings settings(URI collector) {
        return new OtelSettings(collector, Map.of("x-key", "secret"), "shop", 1);
    }

    private static List<Span> spans(Collector collector) {
        return collector.told.stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    private static Span named(Collector collector, String name) {
        return spans(collector).stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
