package dev.atelier.adapters.http.canvases;

import dev.atelier.application.port.in.CanvasQueries.Place;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasId;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/// Where the next page starts, as a text that means nothing to clients: the time when a canvas was
/// begun in microseconds, as stores keep it, and the letters of its id.
final class Cursor {

    /// The year 10000. What is later may be more than the store can compare with.
    private static final long TOO_LATE = 253_402_300_800_000_000L;

    private Cursor() {}

    static String of(Place last) {
        var id = last.id().value().getBytes(StandardCharsets.US_ASCII);
        var bytes =
                ByteBuffer.allocate(Long.BYTES + id.length)
                        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, last.begunAt()))
                        .put(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @throws InvalidValue if we never gave out this cursor
    static Place parse(String cursor) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            var begunAt = time(bytes.getLong());
            var id = StandardCharsets.ISO_8859_1.decode(bytes).toString();
            return new Place(begunAt, new CanvasId(id));
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            throw invalid();
        }
    }

    private static Instant time(long micros) {
        if (micros < 0 || micros >= TOO_LATE) {
            throw invalid();
        }
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static InvalidValue invalid() {
        return new InvalidValue("is not a cursor of ours");
    }
}
