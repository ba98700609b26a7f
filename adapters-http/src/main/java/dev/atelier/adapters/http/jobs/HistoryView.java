package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.jobs.AttemptView.CallView;
import dev.atelier.application.port.in.PastEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What has happened to a job, oldest first.
public record HistoryView(boolean success, List<EventView> events) {

    public static HistoryView of(List<PastEvent> events) {
        return new HistoryView(true, events.stream().map(EventView::of).toList());
    }

    record EventView(
            long version,
            String type,
            Instant at,
            @Nullable String worker,
            @Nullable Instant due,
            @Nullable String error,
            @Nullable String errorKind,
            @Nullable String canvasId,
            @Nullable Integer canvasVersion,
            @Nullable Integer objectCount,
            List<CallView> calls) {

        static EventView of(PastEvent event) {
            var worker = event.worker();
            var failure = event.failure();
            var drawn = event.drawn();
            var by = event.by();
            return new EventView(
                    event.version(),
                    event.word(),
                    event.at(),
                    worker == null ? null : worker.toString(),
                    event.due(),
                    failure == null ? null : failure.message(),
                    failure == null ? null : failure.kind().word(),
                    drawn == null ? null : drawn.canvas().value(),
                    drawn == null ? null : drawn.version(),
                    drawn == null ? null : drawn.objects(),
                    by == null ? List.of() : by.calls().stream().map(CallView::of).toList());
        }
    }
}
