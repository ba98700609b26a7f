package dev.atelier.adapters.http.webhook;

import dev.atelier.adapters.http.json.Json;
import dev.atelier.domain.job.Announcement;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// What a message says. It follows from the announcement alone, so that every attempt sends the
/// same bytes.
///
/// @param timestamp when it happened
record MessageBody(String type, Instant timestamp, Data data) {

    /// @param error why the job failed; null unless it did
    record Data(
            String jobId,
            String jobType,
            String status,
            @Nullable String canvasId,
            @Nullable String error) {}

    static String of(Announcement message) {
        var ending = message.ending();
        var canvas = ending.canvas();
        var body =
                new MessageBody(
                        "job." + ending.status(),
                        ending.at(),
                        new Data(
                                message.id().job().toString(),
                                ending.jobType(),
                                ending.status(),
                                canvas == null ? null : canvas.value(),
                                ending.error()));
        return new String(Json.bytes(body), StandardCharsets.UTF_8);
    }
}
