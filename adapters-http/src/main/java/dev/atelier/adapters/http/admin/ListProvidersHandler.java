package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.application.port.in.Supervision;
import dev.atelier.application.port.in.Supervision.CallRecord;
import dev.atelier.application.port.in.Supervision.ProviderStanding;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// `GET /admin/providers`: whom this node asks, and how they did on all nodes.
public record ListProvidersHandler(Supervision supervision) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var providers = supervision.providers().stream().map(ProviderView::of).toList();

        Answer.json(request, response, new ProvidersView(true, providers));
    }

    record ProvidersView(boolean success, List<ProviderView> providers) {}

    record ProviderView(
            String provider,
            @Nullable String model,
            boolean current,
            @Nullable Instant pausedUntil,
            RecordView lastHour) {

        static ProviderView of(ProviderStanding standing) {
            return new ProviderView(
                    standing.provider(),
                    standing.model(),
                    standing.current(),
                    standing.pausedUntil(),
                    RecordView.of(standing.lastHour()));
        }
    }

    record RecordView(
            long calls,
            long failures,
            @Nullable Double medianDurationSeconds,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {

        static RecordView of(CallRecord calls) {
            return new RecordView(
                    calls.calls(),
                    calls.failures(),
                    calls.medianSeconds(),
                    calls.lastError(),
                    calls.lastErrorAt());
        }
    }
}
